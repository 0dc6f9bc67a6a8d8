import { MEDIA, page, read, type OperationGroup } from "../operation.ts";

const JSON_OBJECT = { [MEDIA.json]: "Object" };
const NO_PAGE = { 404: { text: "No such page.", content: { [MEDIA.html]: "text" } } };
const AT = [{ name: "at", text: "Another instant than now, with date, time and offset." }];
const PART = [
  { name: "q", text: "Name, provider or subject." },
  { name: "from", text: "Where a part begins, from a link." },
  { name: "after", text: "Where a part begins, from a link." },
];
const NO_STATUS = {
  400: "`at` is no instant.",
  404: "There is nothing of this name.",
  410: "The certificate ended long ago.",
};
const UNKNOWN = { 404: "There is nothing of this name." };

/** How clouds stand: pages and data. */
export const CERTIFICATION: OperationGroup = {
  name: "Certification",
  slice: "clouds",
  text: "How clouds stand now. Caches keep an answer until the next known change of the fact it states.",
  operations: [
    page("/certification", "Clouds and scopes, fifty lines at a time", { query: PART }),
    read("/certification.json", "The same as data; `next` and the header `Link` name the rest", JSON_OBJECT, {
      query: PART,
    }),
    page("/certification/scopes/{scope}", "A scope with its versions and test cases", {
      routes: ["/certification/scopes/:alias"],
      answers: NO_PAGE,
      inStates: true,
    }),
    read("/certification/scopes/{scope}.json", "A scope as data", JSON_OBJECT, {
      routes: ["/certification/scopes/:alias{[^/]+\\.json}"],
      problems: UNKNOWN,
      inStates: true,
    }),
    read(
      "/certification/scopes/{scope}.jsonld",
      "A scope as linked data (schema.org)",
      { [MEDIA.jsonLd]: "Object" },
      { slice: "pages", routes: ["/certification/scopes/:alias{[^/]+\\.jsonld}"], problems: UNKNOWN, inStates: true },
    ),
    page("/certification/{subject}/{scope}", "How a cloud stands in a scope, with its history", {
      query: AT,
      answers: NO_PAGE,
      problems: { 400: "`at` is no instant." },
    }),
    read("/certification/{subject}/{scope}.json", "The same as data", JSON_OBJECT, {
      routes: ["/certification/:subject/:scope{[^/]+\\.json}"],
      query: AT,
      problems: NO_STATUS,
    }),
    read(
      "/certification/{subject}/feed.xml",
      "First failures and expiries of a cloud",
      { [MEDIA.atom]: "text" },
      { slice: "notifications", answers: NO_PAGE },
    ),
    page("/certification/reports/{report}", "A report, with what an auditor needs", {
      slice: "reports",
      routes: ["/certification/reports/:uuid"],
      answers: NO_PAGE,
    }),
    read("/api/v1/subjects/{subject}/due", "What is missing, and what expires within a week", JSON_OBJECT, {
      problems: UNKNOWN,
    }),
    read(
      "/certification/{subject}/{scope}/history.{table}",
      "Every result of eighteen months, and what versions came to",
      { "text/csv": "text", ...JSON_OBJECT },
      {
        routes: ["/certification/:subject/:scope/:file{history\\.(?:csv|json)}"],
        query: AT,
        problems: NO_STATUS,
      },
    ),
    read(
      "/certification/{subject}/{scope}/feed.xml",
      "Verdicts, steps of the certificate, remarks",
      { [MEDIA.atom]: "text" },
      { query: AT, problems: NO_STATUS },
    ),
    page("/certification/providers/{provider}", "A provider with its clouds", { answers: NO_PAGE }),
    read("/certification/providers/{provider}.json", "The same as data", JSON_OBJECT, {
      routes: ["/certification/providers/:provider{[^/]+\\.json}"],
      problems: UNKNOWN,
    }),
    read("/api/v1/certification/{subject}/{scope}/annotations", "Remarks on the history of a cloud", JSON_OBJECT, {
      problems: UNKNOWN,
    }),
    {
      method: "post",
      path: "/api/v1/certification/{subject}/{scope}/annotations",
      routes: ["/api/v1/certification/:subject/:scope/annotations"],
      summary: "Add a remark",
      caller: "approve",
      body: { text: "The remark.", content: JSON_OBJECT },
      answers: { 201: { text: "The remark with its number.", content: JSON_OBJECT } },
      problems: {
        401: "No account.",
        403: "Not the certification body.",
        ...UNKNOWN,
        413: "Too large.",
        422: "Not a remark.",
      },
    },
    {
      method: "delete",
      path: "/api/v1/certification/{subject}/{scope}/annotations/{annotation}",
      routes: ["/api/v1/certification/:subject/:scope/annotations/:number{[1-9]\\d{0,14}}"],
      summary: "Withdraw a remark; it stays readable as withdrawn",
      caller: "approve",
      query: [{ name: "note", text: "Why." }],
      answers: { 204: { text: "Withdrawn." } },
      problems: { 401: "No account.", 403: "Not the certification body.", ...UNKNOWN, 422: "Not a remark." },
    },
  ],
};
