import { MEDIA, page, read, type OperationGroup } from "../operation.ts";

const JSON_OBJECT = { [MEDIA.json]: "Object" };
const SBOM_MEDIA = {
  [MEDIA.json]: "Object",
  "application/vnd.cyclonedx+json": "Object",
  "application/spdx+json": "Object",
};
/** What an SBOM can be sent as, signed or not. */
const UPLOAD_MEDIA = {
  ...SBOM_MEDIA,
  "multipart/form-data": "text",
  "application/x-signed-json": "text",
};
const UPLOAD_TEXT =
  "The SBOM; a form with the parts `sbom` and, if signed, `signature`; or an SSH signature (namespace `sbom`), `&`, the SBOM.";
const STRICT = { name: "strict", text: "SPDX is held to every letter of its schema.", values: ["1"] } as const;
const NO_PAGE = {
  404: { text: "No such SBOM.", content: { [MEDIA.html]: "text" } },
  410: { text: "Withdrawn by its owner.", content: { [MEDIA.html]: "text" } },
};
const UNKNOWN = { 404: "No such SBOM.", 410: "Withdrawn by its owner, with `reason` and `withdrawnAt`." };
const PAGE_NUMBER = { name: "page", text: "From 1." };
const LISTING = [
  { name: "q", text: "Text that the name of the product contains." },
  { name: "format", text: "`CycloneDX`, `SPDX`, or one with its version, `SPDX 2.3`." },
  { name: "profile", text: "Id of the profile that `result` is about." },
  {
    name: "result",
    text: "What the profile says; a number is the least score.",
    values: ["satisfied", "open", "90", "75"],
  },
  PAGE_NUMBER,
];
const COMPONENTS = [
  { name: "q", text: "Text that the name or package URL of a component contains." },
  { name: "type", text: "Type of the components." },
  { name: "license", text: "License as the document writes it; `none` for those without." },
  { name: "ecosystem", text: "Type of the package URL, such as `npm`; `none` for those without." },
  { name: "sort", text: "`name`, `version`, `type`, `license` or `purl`; with a minus the other way round." },
  PAGE_NUMBER,
];
const AT = { name: "at", text: "Number of the component, or of another node; the subject without it." };

/** Bills of materials. */
export const SBOMS: OperationGroup = {
  name: "SBOMs",
  slice: "sboms",
  text: "CycloneDX 1.2 to 1.7 and SPDX 2.2, 2.3 and 3.0.1 as JSON, plain or gzip.",
  operations: [
    page("/sboms", "All SBOMs", { query: LISTING }),
    page("/sboms/{sbom}", "An SBOM with its components", {
      routes: ["/sboms/:id"],
      query: [
        ...COMPONENTS,
        { name: "profile", text: "Profile whose rules are shown." },
        { name: "lang", text: "Language of the rules.", values: ["en", "de"] },
      ],
      answers: NO_PAGE,
    }),
    page("/sboms/{sbom}/diff/{later}", "Two SBOMs compared", {
      routes: ["/sboms/:id/diff/:other{[0-9a-f]+}"],
      answers: { ...NO_PAGE, 422: { text: "Too many components.", content: { [MEDIA.html]: "text" } } },
    }),
    read("/sboms.json", "All SBOMs as data", JSON_OBJECT, { query: LISTING }),
    read("/sboms/{sbom}.json", "An SBOM as data", JSON_OBJECT, {
      routes: ["/sboms/:file{[0-9a-f]+\\.json}"],
      query: COMPONENTS,
      problems: UNKNOWN,
    }),
    read("/sboms/{sbom}/diff/{later}.json", "The difference as data", JSON_OBJECT, {
      routes: ["/sboms/:id/diff/:file{[0-9a-f]+\\.json}"],
      problems: { ...UNKNOWN, 422: "Too many components." },
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
      query: [AT, PAGE_NUMBER],
      answers: NO_PAGE,
    }),
    read("/sboms/{sbom}/dependencies.json", "The same as data", JSON_OBJECT, {
      routes: ["/sboms/:id/dependencies.json"],
      query: [AT, PAGE_NUMBER],
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
      details: "A signature by a key of exactly one account stands in for a token.",
      query: [STRICT],
      body: { text: UPLOAD_TEXT, content: UPLOAD_MEDIA },
      answers: {
        200: { text: "These bytes are known.", content: JSON_OBJECT },
        201: { text: "It is published, with its findings.", content: JSON_OBJECT },
        202: { text: "Over 3 MB: it waits for its check; `Location` says how it stands.", content: JSON_OBJECT },
      },
      problems: {
        400: "Broken gzip, form or signed body.",
        401: "Neither token nor genuine signature.",
        409: "Other content under a serial number and version of yours, or withdrawn before and sent with a signature alone.",
        413: "More than 10 MB.",
        415: "Media type or encoding that is not read.",
        422: "Not valid, with findings.",
        429: "Asked too often.",
        503: "The queue takes nothing.",
      },
    },
    read("/api/v1/sboms/uploads/{upload}", "What became of an upload", JSON_OBJECT, {
      routes: ["/api/v1/sboms/uploads/:id{[0-9a-f]+}"],
      problems: { 404: "No such upload, or more than a day old." },
    }),
    {
      method: "delete",
      path: "/api/v1/sboms/{sbom}",
      routes: ["/api/v1/sboms/:id"],
      summary: "Take an SBOM back: of several owners each withdraws for itself",
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
      query: [STRICT],
      body: { text: UPLOAD_TEXT, content: UPLOAD_MEDIA },
      answers: { 200: { text: "Verdict, findings and profiles.", content: { [MEDIA.json]: "Findings" } } },
      problems: {
        400: "Broken gzip or form.",
        413: "More than 10 MB.",
        415: "Media type or encoding that is not read.",
        429: "Asked too often.",
      },
    },
  ],
};
