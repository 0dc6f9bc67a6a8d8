import { MEDIA, page, read, type OperationGroup } from "../operation.ts";

/** The home page and what serves the pages themselves. */
export const SITE: OperationGroup = {
  name: "Office",
  slice: "pages",
  text: "The start page, and parts of pages.",
  operations: [
    page("/", "The start page"),
    page("/diagram-frame", "The frame that draws diagrams, with a policy of its own", { caching: "day" }),
    read(
      "/healthz",
      "Whether the database answers",
      {},
      {
        caching: "never",
        slice: "monitor",
        answers: { 500: { text: "It does not; the operator learns why.", content: { [MEDIA.text]: "text" } } },
      },
    ),
  ],
};
