import { MEDIA, read, type Operation, type OperationGroup } from "../operation.ts";

const UNAUTHORIZED = { 401: "Who asks is not known, or may not." };
const JSON_OBJECT = { [MEDIA.json]: "Object" };
const JSON_ARRAY = { [MEDIA.json]: "Array" };
const VIEWS = { [MEDIA.html]: "text", [MEDIA.markdown]: "text" };
const PAGING = [
  { name: "limit", text: "Most entries." },
  { name: "skip", text: "Entries to leave out." },
];
const SIGNED = "An SSH signature (`ssh-keygen -Y sign -n report`), `&`, and the report.";

function view(path: string, route: string, summary: string, more: Partial<Operation> = {}): Operation {
  return read(path, summary, VIEWS, { routes: [route], ...more });
}

const TABLE = "/:view{[a-z]+}/:name{table(?:_full)?}";
const DETAIL = "/:view{page|fragment|markdown}/:name{detail(?:_full)?}/:subject/:scope";
const REPORT = "/:view{page|fragment|markdown}/:name{report(?:_full)?}/:uuid";
const PART = [
  { name: "from", text: "As HTML: where a part begins, from a link." },
  { name: "after", text: "As HTML: where a part begins, from a link." },
];
const UNKNOWN = { 404: "There is nothing of this name." };

/** The protocol of the compliance monitor. */
export const MONITOR: OperationGroup = {
  name: "Compliance monitor",
  slice: "monitor",
  text: "Compatible with the SCS compliance monitor, byte for byte where a client depends on it.",
  operations: [
    {
      method: "post",
      path: "/reports",
      slice: "reports",
      routes: ["/reports"],
      summary: "Send a signed report",
      details: "`Prefer: per-document` judges every document of a stream by itself.",
      caller: "account",
      body: { text: SIGNED, content: { "application/x-signed-yaml": "text", "application/x-signed-json": "text" } },
      answers: { 200: { text: "A receipt: what counts, what is missing or due.", content: JSON_OBJECT } },
      problems: {
        ...UNAUTHORIZED,
        409: "The report is there.",
        413: "Too large.",
        415: "Another media type.",
        422: "Faults of the report.",
        429: "Too many logins with old passwords.",
      },
    },
    read("/reports", "Whole reports of an account", JSON_ARRAY, {
      slice: "reports",
      caller: "account",
      query: [{ name: "subject", text: "Another one than oneself, for `read_any`." }, ...PAGING],
      problems: { ...UNAUTHORIZED, 422: "Not a number." },
    }),
    read("/reports/{report}", "A report", JSON_OBJECT, {
      slice: "reports",
      routes: ["/reports/:uuid"],
      caller: "account",
      problems: { ...UNAUTHORIZED, ...UNKNOWN },
    }),
    read(
      "/reports/{report}/raw",
      "The bytes as they came",
      { "application/yaml": "text", [MEDIA.json]: "Object" },
      {
        slice: "reports",
        routes: ["/reports/:uuid/raw"],
        caller: "account",
        problems: { ...UNAUTHORIZED, ...UNKNOWN },
      },
    ),
    read(
      "/reports/{report}.sig",
      "The signature as it came",
      { [MEDIA.text]: "text" },
      { caching: "forever", slice: "reports", routes: ["/reports/:file{[0-9A-Fa-f-]{36}\\.sig}"], problems: UNKNOWN },
    ),
    read("/results", "Results of the last seven days", JSON_ARRAY, {
      slice: "reports",
      caller: "read_any",
      query: [{ name: "approved", text: "Only those.", values: ["true", "false"] }, ...PAGING],
      problems: { ...UNAUTHORIZED, 422: "Not a value." },
    }),
    {
      method: "post",
      path: "/results",
      slice: "reports",
      routes: ["/results"],
      summary: "Decide on results",
      caller: "approve",
      body: { text: "One decision, or a list.", content: { [MEDIA.json]: "ApprovalsBody" } },
      answers: { 200: { text: "Done.", content: { [MEDIA.json]: "Object" } } },
      problems: {
        ...UNAUTHORIZED,
        404: "No such result.",
        413: "Too large.",
        415: "Another media type.",
        422: "Not a decision.",
      },
    },
    read("/status", "How all clouds stand", JSON_OBJECT, {
      query: [
        { name: "subject", text: "Only this cloud." },
        { name: "scopeuuid", text: "Only this scope." },
      ],
      problems: { 406: "JSON only." },
    }),
    view("/{view}/table", TABLE, "All clouds", { query: PART, problems: { 422: "No such view." } }),
    view("/{view}/table_full", TABLE, "All clouds, drafts included", {
      query: PART,
      problems: { 422: "No such view." },
    }),
    view("/{view}/detail/{subject}/{scope}", DETAIL, "A cloud, or a group of them, test by test", {
      problems: UNKNOWN,
    }),
    view("/{view}/detail_full/{subject}/{scope}", DETAIL, "The same, drafts included", { problems: UNKNOWN }),
    view("/{view}/scope/{scope}", "/:view{page|fragment|markdown}/scope/:scope", "Modules and versions of a scope", {
      problems: UNKNOWN,
    }),
    view("/{view}/report/{report}", REPORT, "A report without what is private", {
      slice: "reports",
      problems: UNKNOWN,
    }),
    view("/{view}/report_full/{report}", REPORT, "A report", {
      slice: "reports",
      caller: "account",
      problems: { ...UNAUTHORIZED, ...UNKNOWN },
    }),
    read("/metrics", "All clouds in OpenMetrics", {
      "application/openmetrics-text": "text",
      [MEDIA.text]: "text",
    }),
    read(
      "/metrics/{subject}",
      "One cloud in OpenMetrics",
      { "application/openmetrics-text": "text", [MEDIA.text]: "text" },
      { problems: UNKNOWN },
    ),
    read("/api/v1/webhooks", "Addresses that are told of failures and expiries", JSON_OBJECT, {
      slice: "notifications",
      caller: "account",
      problems: UNAUTHORIZED,
    }),
    {
      method: "post",
      path: "/api/v1/webhooks",
      slice: "notifications",
      routes: ["/api/v1/webhooks"],
      summary: "Add an address; its secret is answered once",
      caller: "account",
      body: { text: '`{"url": "https://…"}`', content: JSON_OBJECT },
      answers: { 201: { text: "The webhook.", content: JSON_OBJECT } },
      problems: { ...UNAUTHORIZED, 409: "There are five.", 413: "Too large.", 422: "Not an address for messages." },
    },
    {
      method: "delete",
      path: "/api/v1/webhooks/{webhook}",
      slice: "notifications",
      routes: ["/api/v1/webhooks/:id"],
      summary: "Take an address away",
      caller: "account",
      answers: { 204: { text: "Gone." } },
      problems: { ...UNAUTHORIZED, ...UNKNOWN },
    },
    read("/api/v1/webhooks/deliveries", "Log of messages", JSON_OBJECT, {
      slice: "notifications",
      caller: "account",
      problems: UNAUTHORIZED,
    }),
  ],
};
