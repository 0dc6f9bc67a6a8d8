import { MEDIA, type OperationGroup } from "../operation.ts";

const NO_OPERATOR = { 401: "Not the operator's token." };
const UNKNOWN = { ...NO_OPERATOR, 404: "No snapshot of this id." };

/** What the operator does: publishing, accounts. */
export const PUBLISHING: OperationGroup = {
  name: "Publishing",
  slice: "publishing",
  text: "For the operator. Every step may be repeated; readers see the old state whole until a new one is whole.",
  operations: [
    {
      method: "post",
      path: "/api/v1/snapshots",
      routes: ["/api/v1/snapshots"],
      summary: "Register a manifest",
      caller: "operator",
      body: { text: "Files with their digests.", content: { [MEDIA.json]: "Manifest" } },
      answers: {
        201: { text: "The id of the snapshot and the files to send.", content: { [MEDIA.json]: "Snapshot" } },
      },
      problems: { ...NO_OPERATOR, 413: "More than 2 MB.", 422: "Not a manifest." },
    },
    {
      method: "get",
      path: "/api/v1/snapshots/{snapshot}",
      routes: ["/api/v1/snapshots/:id"],
      summary: "What is missing, and all findings",
      caller: "operator",
      answers: { 200: { text: "The snapshot.", content: { [MEDIA.json]: "Snapshot" } } },
      problems: UNKNOWN,
    },
    {
      method: "put",
      path: "/api/v1/snapshots/{snapshot}/files/{file}",
      routes: ["/api/v1/snapshots/:id/files/:path{.+}"],
      summary: "Send a file",
      caller: "operator",
      body: { text: "The bytes.", content: { "application/octet-stream": "text" } },
      answers: { 200: { text: "What was found in the file.", content: { [MEDIA.json]: "Findings" } } },
      problems: { ...UNKNOWN, 409: "Other bytes than announced.", 413: "More than 10 MB.", 422: "Not text." },
    },
    {
      method: "post",
      path: "/api/v1/snapshots/{snapshot}/activate",
      routes: ["/api/v1/snapshots/:id/activate"],
      summary: "Make a snapshot the published state, now or from an instant of the past on",
      caller: "operator",
      body: { text: "Empty, or the instant of an imported state.", content: { [MEDIA.json]: "Activation" } },
      answers: { 200: { text: "Done.", content: { [MEDIA.json]: "Object" } } },
      problems: {
        ...UNKNOWN,
        409: "Files are missing, two files would be one page, or out of order.",
        422: "Not an instant of the past.",
      },
    },
    {
      method: "put",
      path: "/api/v1/accounts",
      slice: "accounts",
      routes: ["/api/v1/accounts"],
      summary: "Make the accounts exactly those of a file",
      caller: "operator",
      query: [{ name: "dryRun", text: "Only say what would change.", values: ["true"] }],
      body: {
        text: "The bootstrap format of the compliance monitor.",
        content: { "application/yaml": "AccountsFile" },
      },
      answers: { 200: { text: "How many were added, changed, removed.", content: { [MEDIA.json]: "Object" } } },
      problems: { ...NO_OPERATOR, 413: "Too large.", 422: "Faults of the file; nothing was changed." },
    },
  ],
};
