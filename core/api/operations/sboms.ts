import { MEDIA, page, read, type OperationGroup } from "../operation.ts";

const JSON_OBJECT = { [MEDIA.json]: "Object" };
const SBOM_MEDIA = {
  [MEDIA.json]: "Object",
  "application/vnd.cyclonedx+json": "Object",
  "application/spdx+json": "Object",
};
const NO_PAGE = { 404: { text: "No such SBOM.", content: { [MEDIA.html]: "text" } } };
const UNKNOWN = { 404: "No such SBOM." };
const LISTING = [
  { name: "q", text: "Name or purl." },
  { name: "page", text: "From 1." },
];

/** Bills of materials. */
export const SBOMS: OperationGroup = {
  name: "SBOMs",
  text: "CycloneDX 1.2 to 1.7 and SPDX 2.2, 2.3 and 3.0.1 as JSON, plain or gzip.",
  operations: [
    page("/sboms", "All SBOMs", { query: LISTING }),
    page("/sboms/{sbom}", "An SBOM with its components", {
      routes: ["/sboms/:id"],
      query: [...LISTING, { name: "profile", text: "Profile to show." }],
      answers: NO_PAGE,
    }),
    page("/sboms/{sbom}/diff/{later}", "Two SBOMs compared", {
      routes: ["/sboms/:id/diff/:other{[0-9a-f]+}"],
      answers: NO_PAGE,
    }),
    read("/sboms.json", "All SBOMs as data", JSON_OBJECT, { query: LISTING }),
    read("/sboms/{sbom}.json", "An SBOM as data", JSON_OBJECT, {
      routes: ["/sboms/:file{[0-9a-f]+\\.json}"],
      query: LISTING,
      problems: UNKNOWN,
    }),
    read("/sboms/{sbom}/diff/{later}.json", "The difference as data", JSON_OBJECT, {
      routes: ["/sboms/:id/diff/:file{[0-9a-f]+\\.json}"],
      problems: UNKNOWN,
    }),
    read("/sboms/{sbom}/profiles.json", "What the profiles say, rule by rule", JSON_OBJECT, {
      routes: ["/sboms/:id/profiles.json"],
      problems: UNKNOWN,
    }),
    read("/sboms/{sbom}/raw", "The bytes as they came", SBOM_MEDIA, {
      routes: ["/sboms/:id/raw"],
      problems: UNKNOWN,
      answers: NO_PAGE,
    }),
    page("/sboms/{sbom}/components/{component}", "A component", {
      routes: ["/sboms/:id/components/:number{[0-9]+}"],
      answers: NO_PAGE,
    }),
    read("/sboms/{sbom}/components/{component}.json", "The same as data", JSON_OBJECT, {
      routes: ["/sboms/:id/components/:file{[0-9]+\\.json}"],
      problems: UNKNOWN,
    }),
    page("/sboms/{sbom}/dependencies", "What depends on what", {
      routes: ["/sboms/:id/dependencies"],
      query: [{ name: "at", text: "Component to begin with." }],
      answers: NO_PAGE,
    }),
    read("/sboms/{sbom}/dependencies.json", "The same as data", JSON_OBJECT, {
      routes: ["/sboms/:id/dependencies.json"],
      query: [{ name: "at", text: "Component to begin with." }],
      problems: UNKNOWN,
    }),
    page("/sboms/{sbom}/findings", "What was found in it", { routes: ["/sboms/:id/findings"], answers: NO_PAGE }),
    read("/sboms/{sbom}/findings.json", "The same as data", JSON_OBJECT, {
      routes: ["/sboms/:id/findings.json"],
      problems: UNKNOWN,
    }),
    page("/sboms/{sbom}/source", "The document, line by line", {
      routes: ["/sboms/:id/source"],
      query: [
        { name: "at", text: "JSON pointer of the place to show." },
        { name: "line", text: "Line to show." },
      ],
      answers: NO_PAGE,
    }),
    read(
      "/sboms/{sbom}/signature",
      "The signature that came with it",
      { [MEDIA.text]: "text" },
      {
        routes: ["/sboms/:id/signature"],
        problems: UNKNOWN,
      },
    ),
    page("/bom-link", "Where a BOM-Link leads", {
      query: [{ name: "urn", text: "`urn:cdx:…`" }],
      answers: { 302: { text: "To the SBOM or component." }, ...NO_PAGE },
    }),
    read("/api/v1/bom-links", "The same as data", JSON_OBJECT, {
      query: [{ name: "urn", text: "`urn:cdx:…`", isRequired: true }],
      problems: { 400: "Not a BOM-Link.", 404: "Unknown." },
    }),
    page("/check/sbom", "Check an SBOM in the browser; it is not sent"),
    read("/api/v1/sboms", "All SBOMs as data", JSON_OBJECT, { query: LISTING }),
    read("/api/v1/sboms/{sbom}", "One SBOM", JSON_OBJECT, { routes: ["/api/v1/sboms/:id"], problems: UNKNOWN }),
    read("/api/v1/sboms/{sbom}/profiles", "What the profiles say, rule by rule", JSON_OBJECT, {
      routes: ["/api/v1/sboms/:id/profiles"],
      problems: UNKNOWN,
    }),
    {
      method: "post",
      path: "/api/v1/sboms",
      routes: ["/api/v1/sboms"],
      summary: "Publish an SBOM",
      caller: "account",
      body: { text: "The SBOM.", content: SBOM_MEDIA },
      answers: {
        200: { text: "It is known.", content: JSON_OBJECT },
        201: { text: "It is new.", content: JSON_OBJECT },
        202: { text: "It is looked at; ask again.", content: JSON_OBJECT },
      },
      problems: { 401: "No account.", 413: "More than 10 MB.", 422: "Not valid, with findings." },
    },
    read("/api/v1/sboms/uploads/{upload}", "What became of an upload", JSON_OBJECT, {
      routes: ["/api/v1/sboms/uploads/:id{[0-9a-f]+}"],
      caller: "account",
      problems: { 401: "No account.", ...UNKNOWN },
    }),
    {
      method: "delete",
      path: "/api/v1/sboms/{sbom}",
      routes: ["/api/v1/sboms/:id"],
      summary: "Take an SBOM back",
      caller: "account",
      query: [{ name: "reason", text: "Why.", isRequired: true }],
      answers: { 204: { text: "Taken back." } },
      problems: { 401: "No account.", 403: "Not your SBOM.", ...UNKNOWN, 422: "No reason." },
    },
    {
      method: "post",
      path: "/api/v1/validate/sboms",
      routes: ["/api/v1/validate/sboms"],
      summary: "Check an SBOM; nothing is stored",
      query: [{ name: "strict", text: "Warnings count as errors.", values: ["1"] }],
      body: { text: "The SBOM.", content: SBOM_MEDIA },
      answers: { 200: { text: "Verdict, findings and profiles.", content: { [MEDIA.json]: "Findings" } } },
      problems: { 413: "More than 10 MB.", 422: "Not JSON.", 429: "Asked too often." },
    },
  ],
};
