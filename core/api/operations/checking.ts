import { MEDIA, page, type OperationGroup } from "../operation.ts";

/** Checks for anybody; nothing is stored. */
export const CHECKING: OperationGroup = {
  name: "Checking",
  slice: "checks",
  text: "Anybody may check; nothing is stored. The same code answers `stele check`.",
  operations: [
    {
      method: "post",
      path: "/api/v1/validate/documents",
      routes: ["/api/v1/validate/documents"],
      summary: "Check documents, or the step from one state to another",
      query: [
        { name: "path", text: "File name of a document that is sent as Markdown." },
        { name: "profile", text: "Severities.", values: ["practical", "strict"] },
      ],
      body: { text: "One document, or many.", content: { "text/markdown": "text", [MEDIA.json]: "CheckRequest" } },
      answers: {
        200: { text: "Findings, and a verdict where a base was sent.", content: { [MEDIA.json]: "Findings" } },
      },
      problems: {
        400: "Neither of both.",
        413: "Too large.",
        415: "Another media type.",
        422: "Not a request.",
        429: "Asked too often.",
      },
    },
    {
      method: "options",
      path: "/api/v1/validate/documents",
      routes: ["/api/v1/validate/documents"],
      summary: "Ask as a browser does before another site checks a document here",
      answers: { 204: { text: "It may." } },
    },
    page("/check", "Check a document in the browser; it is not sent"),
    {
      method: "get",
      path: "/check/published.json",
      routes: ["/check/published.json"],
      summary: "What is published, for checks in the browser",
      answers: { 200: { text: "What a document is checked against.", content: { [MEDIA.json]: "Object" } } },
    },
    page("/docs/rules", "The rules for documents", { slice: "docs" }),
    page("/docs/rules/{rule}", "A rule with examples", {
      slice: "docs",
      routes: ["/docs/rules/:id"],
      answers: { 404: { text: "No such rule.", content: { [MEDIA.html]: "text" } } },
    }),
    page("/docs/api", "This description as a page", { slice: "docs" }),
    {
      method: "get",
      path: "/openapi.json",
      caching: "minutes",
      slice: "docs",
      routes: ["/openapi.json"],
      summary: "This description",
      answers: { 200: { text: "OpenAPI 3.1.", content: { [MEDIA.json]: "Object" } } },
    },
  ],
};
