import { MEDIA, page, read, type Operation, type OperationGroup } from "../operation.ts";

const JSON_OBJECT = { [MEDIA.json]: "Object" };
const UNKNOWN = { 404: "There is nothing of this name." };
const SORT = { name: "sort", text: "Column to sort by; `-` before it turns the order round." };

const pages: readonly Operation[] = [
  page("/standards", "All documents by track, with what is in force", {
    query: [
      { name: "status", text: "Only this.", values: ["effective", "draft", "deprecated"] },
      { ...SORT, values: ["number", "-number", "title", "-title"] },
    ],
    inStates: true,
  }),
  page("/standards/{document}", "A document, or a track", {
    routes: ["/standards/:name"],
    query: [SORT],
    problems: {},
    answers: {
      301: { text: "A number, or an old name: the page is elsewhere." },
      404: { text: "No such page.", content: { [MEDIA.html]: "text" } },
    },
    inStates: true,
  }),
  page("/standards/{track}/{number}", "A number with all its versions, or a guide", {
    routes: ["/standards/:track/:number"],
    answers: {
      301: { text: "An address of the past." },
      404: { text: "No such page.", content: { [MEDIA.html]: "text" } },
    },
    inStates: true,
  }),
  page("/standards/{document}/requirements", "What a document demands, and what tests it", {
    routes: ["/standards/:name/requirements"],
    answers: notFoundPage(),
    inStates: true,
  }),
  page("/standards/{before}/diff/{after}", "Two documents compared: demands first, then the text", {
    query: [{ name: "view", text: "Inline otherwise.", values: ["side-by-side"] }],
    answers: notFoundPage(),
    inStates: true,
  }),
  page("/standards/{document}/cite", "How to cite a document", {
    routes: ["/standards/:name/cite"],
    answers: notFoundPage(),
    inStates: true,
  }),
  page("/requirements", "The demands of all documents in force", {
    query: [{ name: "tested", text: "Only those.", values: ["yes", "no", "unclear"] }],
    inStates: true,
  }),
  page("/decisions", "Decision records as a log", { query: [SORT], inStates: true }),
  page("/decisions/graph", "From decision over standard to scope", { inStates: true }),
  page("/releases", "Releases", { inStates: true }),
  page("/releases/{release}", "Release notes", { routes: ["/releases/:id"], answers: notFoundPage(), inStates: true }),
  page("/news", "News", { inStates: true }),
  page("/news/{news}", "A piece of news", { routes: ["/news/:id"], answers: notFoundPage(), inStates: true }),
  page("/search", "Search as a page", { query: searchQuery() }),
  page("/as-of", "The way to past days", {
    query: [{ name: "date", text: "Leads to the overview of this day, `YYYY-MM-DD`." }],
    answers: { 303: { text: "To the overview of the day." } },
  }),
];

const data: readonly Operation[] = [
  read("/standards.json", "All documents as data", JSON_OBJECT, { inStates: true }),
  read("/standards.jsonld", "All documents as linked data", { [MEDIA.jsonLd]: "Object" }, { inStates: true }),
  read(
    "/standards/{document}.json",
    "A document as data: front matter, sections, requirements, edges",
    { [MEDIA.json]: "Document" },
    {
      routes: ["/standards/:name{[^/]+\\.json}"],
      details: "The same for a track (`iaas.json`) and a number (`scs-0100.json`).",
      problems: UNKNOWN,
      inStates: true,
    },
  ),
  read(
    "/standards/{document}.jsonld",
    "A document as linked data (schema.org)",
    { [MEDIA.jsonLd]: "Object" },
    {
      routes: ["/standards/:name{[^/]+\\.jsonld}"],
      problems: UNKNOWN,
      inStates: true,
    },
  ),
  read(
    "/standards/{document}.md",
    "The source as it was published",
    { [MEDIA.markdown]: "text" },
    {
      routes: ["/standards/:name{[^/]+\\.md}"],
      answers: notFoundPage(),
      inStates: true,
    },
  ),
  read("/standards/{track}/{number}.json", "A number as data", JSON_OBJECT, {
    routes: ["/standards/:track/:number{[^/]+\\.json}"],
    problems: UNKNOWN,
    inStates: true,
  }),
  read("/standards/{document}/requirements.json", "Demands with their test cases", JSON_OBJECT, {
    routes: ["/standards/:name/requirements.json"],
    problems: UNKNOWN,
    inStates: true,
  }),
  read(
    "/standards/{document}/cite.{citation}",
    "A citation as BibTeX, CSL-JSON or a sentence",
    {
      "application/x-bibtex": "text",
      "application/vnd.citationstyles.csl+json": "Array",
      [MEDIA.text]: "text",
    },
    { routes: ["/standards/:name/:file{cite\\.(?:bib|json|txt)}"], answers: notFoundPage(), inStates: true },
  ),
  read("/requirements.json", "The demands of all documents in force as data", JSON_OBJECT, { inStates: true }),
  read("/decisions.json", "Decision records as data", JSON_OBJECT, { inStates: true }),
  read("/search.json", "Search as data", { [MEDIA.json]: "SearchResults" }, { query: searchQuery() }),
];

const pictures: readonly Operation[] = [
  read(
    "/standards/{document}/preview.png",
    "The picture of a document for link previews",
    { [MEDIA.png]: "text" },
    { caching: "day", routes: ["/standards/:name/preview.png"], answers: notFoundPage(), inStates: true },
  ),
];

const feeds: readonly Operation[] = [
  read("/feed.xml", "What each publish changed, in words", { [MEDIA.atom]: "text" }, { caching: "minutes" }),
  read(
    "/standards/{document}/feed.xml",
    "The same of one document or track",
    { [MEDIA.atom]: "text" },
    { caching: "minutes", routes: ["/standards/:name/feed.xml"], answers: notFoundPage() },
  ),
  read("/news/feed.xml", "News", { [MEDIA.atom]: "text" }, { caching: "minutes" }),
  read("/sitemap.xml", "All pages, for search engines", { "application/xml": "text" }, { caching: "minutes" }),
  read("/robots.txt", "What search engines leave alone", { [MEDIA.text]: "text" }, { caching: "minutes" }),
];

function notFoundPage(): Operation["answers"] {
  return {
    301: { text: "An address of the past." },
    404: { text: "No such page; it offers others.", content: { [MEDIA.html]: "text" } },
  };
}

function searchQuery(): NonNullable<Operation["query"]> {
  return [
    { name: "q", text: "Words, numbers, ids, phrases in quotation marks." },
    { name: "track", text: "Id of a track." },
    {
      name: "type",
      text: "`Standard`, `Procedural`, `Decision Record`, `Supplement`, `testcase`, `release`, `guide` or `news`.",
    },
    { name: "status", text: "Only these.", values: ["effective", "draft", "deprecated", "rejected"] },
    { name: "page", text: "From 1." },
  ];
}

/** Documents, decisions, releases, news: as pages, as data, as feeds. */
export const STANDARDS: readonly OperationGroup[] = [
  {
    name: "Pages",
    slice: "pages",
    text: "What people read. Complete without scripts; a trailing slash leads to the same page.",
    operations: pages,
  },
  {
    name: "Data",
    slice: "pages",
    text: "The facts of the pages. CORS is open; links are paths of this site.",
    operations: [...data, ...pictures],
  },
  { name: "Feeds", slice: "pages", text: "For programs that ask regularly.", operations: feeds },
];
