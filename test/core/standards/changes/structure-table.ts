import type { Verdict } from "./bounds/sentence-table.ts";

/** A part of a document before and after a change, and what the change means. */
export interface StructureCase {
  readonly name: string;
  readonly verdict: Verdict;
  readonly before: string;
  readonly after: string;
}

function when(name: string, verdict: Verdict, before: string, after: string): StructureCase {
  return { name, verdict, before, after };
}

function table(lead: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [lead, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function list(lead: string, ...entries: readonly string[]): string {
  return [lead, "", ...entries.map((entry) => `- ${entry}`)].join("\n");
}

function code(lead: string, language: string, ...lines: readonly string[]): string {
  return [lead, "", `\`\`\`${language}`, ...lines, "```"].join("\n");
}

const SIZES = "Each region MUST offer the sizes of this table:";
const HEAD = ["Name", "Cores", "Memory"];
const [SMALL, LARGE] = [
  ["S", "1", "4 GiB"],
  ["L", "8", "32 GiB"],
];
const OFFER = "Each region MUST offer:";
const CHOICE = "Data MUST be served through one of these protocols:";
const BAN = "A name MUST NOT contain:";
const RIGHT = "Users MAY ask for:";
const LIMITS = "The following maxima MUST NOT be exceeded:";

const TABLES = [
  when("a row is new", "MORE", table(SIZES, HEAD, [SMALL]), table(SIZES, HEAD, [SMALL, LARGE])),
  when("a row is gone", "LESS", table(SIZES, HEAD, [SMALL, LARGE]), table(SIZES, HEAD, [SMALL])),
  when("rows are in another order", "SAME", table(SIZES, HEAD, [SMALL, LARGE]), table(SIZES, HEAD, [LARGE, SMALL])),
  when("a cell is another number", "MORE", table(SIZES, HEAD, [SMALL]), table(SIZES, HEAD, [["S", "2", "4 GiB"]])),
  when(
    "a cell is the same in another unit",
    "SAME",
    table(SIZES, HEAD, [["S", "1", "1 GiB"]]),
    table(SIZES, HEAD, [["S", "1", "1024 MiB"]]),
  ),
  when("a row has another name", "MORE", table(SIZES, HEAD, [SMALL]), table(SIZES, HEAD, [["M", "1", "4 GiB"]])),
  when("a column is new", "MORE", table(SIZES, HEAD, [SMALL]), table(SIZES, [...HEAD, "Disk"], [[...SMALL, "20 GB"]])),
  when("a column is gone", "LESS", table(SIZES, [...HEAD, "Disk"], [[...SMALL, "20 GB"]]), table(SIZES, HEAD, [SMALL])),
  when(
    "a column of notes is worded differently",
    "UNCLEAR",
    table(SIZES, [...HEAD, "Notes"], [[...SMALL, "small"]]),
    table(SIZES, [...HEAD, "Notes"], [[...SMALL, "tiny"]]),
  ),
  when(
    "a maximum is raised",
    "LESS",
    table(LIMITS, ["Path", "Loss"], [["zone", "1 %"]]),
    table(LIMITS, ["Path", "Loss"], [["zone", "2 %"]]),
  ),
  when(
    "a maximum is lowered",
    "MORE",
    table(LIMITS, ["Path", "Loss"], [["zone", "2 %"]]),
    table(LIMITS, ["Path", "Loss"], [["zone", "1 %"]]),
  ),
  when(
    "a minimum is lowered",
    "LESS",
    table(SIZES, ["Name", "Min. cores"], [["S", "4"]]),
    table(SIZES, ["Name", "Min. cores"], [["S", "2"]]),
  ),
  when(
    "a minimum is raised",
    "MORE",
    table(SIZES, ["Name", "Min. cores"], [["S", "2"]]),
    table(SIZES, ["Name", "Min. cores"], [["S", "4"]]),
  ),
  when(
    "a bound in a cell is raised",
    "MORE",
    table(SIZES, ["Name", "Cores"], [["S", "at least 2"]]),
    table(SIZES, ["Name", "Cores"], [["S", "at least 4"]]),
  ),
  when(
    "a key word in a cell is raised",
    "MORE",
    table("Fields:", ["Field", "Level"], [["`name`", "OPTIONAL"]]),
    table("Fields:", ["Field", "Level"], [["`name`", "REQUIRED"]]),
  ),
  when(
    "a key word in a cell is lowered",
    "LESS",
    table("Fields:", ["Field", "Level"], [["`name`", "REQUIRED"]]),
    table("Fields:", ["Field", "Level"], [["`name`", "OPTIONAL"]]),
  ),
  when(
    "a table below a heading gets a row",
    "MORE",
    table("Following are sizes that MUST exist.\n\n### Mandatory", HEAD, [SMALL]),
    table("Following are sizes that MUST exist.\n\n### Mandatory", HEAD, [SMALL, LARGE]),
  ),
  when(
    "a banned row is new",
    "MORE",
    table("Ports of this table MUST NOT be open:", ["Port"], [["22"]]),
    table("Ports of this table MUST NOT be open:", ["Port"], [["22"], ["23"]]),
  ),
  when(
    "an allowed row is gone",
    "MORE",
    table("The provider MAY open the ports of this table:", ["Port"], [["22"], ["80"]]),
    table("The provider MAY open the ports of this table:", ["Port"], [["22"]]),
  ),
];

const LISTS = [
  when("an entry is new", "MORE", list(OFFER, "a node", "a disk"), list(OFFER, "a node", "a disk", "a key")),
  when("an entry is gone", "LESS", list(OFFER, "a node", "a disk"), list(OFFER, "a node")),
  when("entries are moved", "SAME", list(OFFER, "a node", "a disk"), list(OFFER, "a disk", "a node")),
  when("a choice is new", "LESS", list(CHOICE, "S3", "NFS"), list(CHOICE, "S3", "NFS", "WebDAV")),
  when("a choice is gone", "MORE", list(CHOICE, "S3", "NFS", "WebDAV"), list(CHOICE, "S3", "NFS")),
  when("a ban is new", "MORE", list(BAN, "blanks"), list(BAN, "blanks", "dots")),
  when("a ban is gone", "LESS", list(BAN, "blanks", "dots"), list(BAN, "blanks")),
  when("a right is new", "MORE", list(RIGHT, "a copy"), list(RIGHT, "a copy", "a list of all logins")),
  when(
    "a bound in an entry is raised",
    "MORE",
    list("A rack MUST have:", "at least 2 switches"),
    list("A rack MUST have:", "at least 3 switches"),
  ),
  when(
    "a bound in an entry is lowered",
    "LESS",
    list("A rack MUST have:", "at least 3 switches"),
    list("A rack MUST have:", "at least 2 switches"),
  ),
  when(
    "a nested bound is raised",
    "MORE",
    list("A rack MUST have:", "switches\n  - at least 2 of them"),
    list("A rack MUST have:", "switches\n  - at least 3 of them"),
  ),
  when(
    "an exception is new",
    "LESS",
    list("Disks MUST be wiped. Exceptions are:", "new disks"),
    list("Disks MUST be wiped. Exceptions are:", "new disks", "broken disks"),
  ),
  when(
    "an exception is gone",
    "MORE",
    list("Disks MUST be wiped. Exceptions are:", "new disks", "broken disks"),
    list("Disks MUST be wiped. Exceptions are:", "new disks"),
  ),
  when(
    "one of all conditions is gone",
    "MORE",
    list("A disk MUST be wiped if all of these hold:", "it is full", "it is old"),
    list("A disk MUST be wiped if all of these hold:", "it is full"),
  ),
  when(
    "a demand in an entry is raised",
    "MORE",
    list("Nodes:", "SHOULD have a key"),
    list("Nodes:", "MUST have a key"),
  ),
  when(
    "a semicolon in a list is a comma",
    "SAME",
    list(OFFER, "a node;", "a disk."),
    list(OFFER, "a node,", "a disk."),
  ),
];

const SCHEMA = (required: string, more = ""): string => `{"type": "object", "required": [${required}]${more}}`;
const CODES = [
  when(
    "a schema requires more",
    "MORE",
    code("A report MUST fit this schema:", "json", SCHEMA('"a"')),
    code("A report MUST fit this schema:", "json", SCHEMA('"a", "b"')),
  ),
  when(
    "a schema requires less",
    "LESS",
    code("A report MUST comply with this schema:", "json", SCHEMA('"a", "b"')),
    code("A report MUST comply with this schema:", "json", SCHEMA('"a"')),
  ),
  when(
    "a minimum of a schema is raised",
    "MORE",
    code("A report MUST comply with this schema:", "json", SCHEMA('"a"', ', "minItems": 1')),
    code("A report MUST comply with this schema:", "json", SCHEMA('"a"', ', "minItems": 2')),
  ),
  when(
    "a schema is written in another way",
    "SAME",
    code("A report MUST comply with this schema:", "json", SCHEMA('"a"')),
    code("A report MUST comply with this schema:", "json", SCHEMA(' "a" ')),
  ),
  when(
    "a limit is lowered",
    "MORE",
    code("A region MUST satisfy:", "text", "errors < 5 %"),
    code("A region MUST satisfy:", "text", "errors < 3 %"),
  ),
  when(
    "a limit is raised",
    "LESS",
    code("A region MUST satisfy:", "text", "errors < 3 %"),
    code("A region MUST satisfy:", "text", "errors < 5 %"),
  ),
  when(
    "an expression is new",
    "MORE",
    code("A region MUST satisfy:", "text", "errors < 3 %"),
    code("A region MUST satisfy:", "text", "errors < 3 %", "nodes >= 3"),
  ),
  when(
    "an expression is gone",
    "LESS",
    code("A region MUST satisfy:", "text", "errors < 3 %", "nodes >= 3"),
    code("A region MUST satisfy:", "text", "errors < 3 %"),
  ),
  when(
    "a value is another one",
    "MORE",
    code("A host MUST have these settings:", "ini", "mode = strict"),
    code("A host MUST have these settings:", "ini", "mode = loose"),
  ),
];

const note = (text: string): string =>
  `Old sizes MUST stay usable for the whole time of notice[^time].\n\n[^time]: ${text}`;
const NOTES = [
  when("a duration in a footnote is raised", "MORE", note("At least 3 months."), note("At least 6 months.")),
  when("a duration in a footnote is lowered", "LESS", note("At least 6 months."), note("At least 3 months.")),
  when("a footnote is worded differently", "UNCLEAR", note("As long as agreed."), note("As long as usual.")),
  when("a footnote has another unit", "SAME", note("At least 1 year."), note("At least 12 months.")),
];

const term = (meaning: string, demand: string): string => `Large cluster\n: ${meaning}\n\n${demand}`;
const NAMED = "A large cluster MUST have two doors.";
const TERMS = [
  when(
    "a term covers more",
    "MORE",
    term("a cluster with more than 100 nodes.", NAMED),
    term("a cluster with more than 50 nodes.", NAMED),
  ),
  when(
    "a term covers less",
    "LESS",
    term("a cluster with more than 50 nodes.", NAMED),
    term("a cluster with more than 100 nodes.", NAMED),
  ),
  when(
    "a term lists more",
    "MORE",
    term("a cluster of servers and routers.", NAMED),
    term("a cluster of servers, switches and routers.", NAMED),
  ),
  when(
    "a term that no demand uses changes",
    "SAME",
    term("a cluster of red nodes.", "It MUST run."),
    term("a cluster of blue nodes.", "It MUST run."),
  ),
  when(
    "a term in the plural covers more",
    "MORE",
    term("a cluster with more than 100 nodes.", "Large clusters MUST have two doors."),
    term("a cluster with more than 50 nodes.", "Large clusters MUST have two doors."),
  ),
];

const profiles = (name: string): string =>
  `Nodes MUST fulfil the [profile](#${name}).\n\n### One\n\n- a key\n\n### Two\n\n- a key\n- a lock`;
const limits = (limit: string): string =>
  `Nodes MUST keep the limits of section "Limits".\n\n### Limits\n\n- at most ${limit} errors`;
const named = (limit: string): string =>
  `Nodes MUST keep the limits as in Bounds.\n\n### Bounds\n\n- at most ${limit} errors`;
const LINKS = [
  when(
    "a link leads to another version",
    "UNCLEAR",
    "It MUST follow [it](https://a.test/v1).",
    "It MUST follow [it](https://a.test/v2).",
  ),
  when("a link leads to another document", "UNCLEAR", "It MUST follow [it](one.md).", "It MUST follow [it](two.md)."),
  when(
    "a link definition leads elsewhere",
    "UNCLEAR",
    "It MUST follow [it].\n\n[it]: https://a.test/v1",
    "It MUST follow [it].\n\n[it]: https://a.test/v2",
  ),
  when(
    "a link gets a safe scheme",
    "SAME",
    "It MUST follow [it](http://a.test/v1).",
    "It MUST follow [it](https://a.test/v1).",
  ),
  when("a link is gone", "UNCLEAR", "It MUST follow [it](https://a.test/v1).", "It MUST follow it."),
  when("a link leads to a stricter section", "MORE", profiles("one"), profiles("two")),
  when("a link leads to a milder section", "LESS", profiles("two"), profiles("one")),
  when("a limit of a named section is lowered", "MORE", limits("5"), limits("3")),
  when("a limit of a named section is raised", "LESS", limits("3"), limits("5")),
  when("a limit of a section named by its title is lowered", "MORE", named("5"), named("3")),
  when(
    "an image of a demand is another one",
    "UNCLEAR",
    "It MUST look like this:\n\n![it](a.svg)",
    "It MUST look like this:\n\n![it](b.svg)",
  ),
  when(
    "a promise is tightened",
    "MORE",
    "It MUST keep this promise:\n\n> We answer within five days.",
    "It MUST keep this promise:\n\n> We answer within two days.",
  ),
  when(
    "a demand of others is tightened",
    "UNCLEAR",
    "Others say:\n\n> Servers MUST answer within 5 s.",
    "Others say:\n\n> Servers MUST answer within 3 s.",
  ),
  when("demands are merged", "SAME", "Disks MUST be wiped. Disks MUST be labeled.", "Disks MUST be wiped and labeled."),
  when("a demand is split", "SAME", "Disks MUST be wiped and labeled.", "Disks MUST be wiped. Disks MUST be labeled."),
  when(
    "a demand moves to another section",
    "SAME",
    "### A\n\nDisks MUST be wiped.\n\n### B\n\nText.",
    "### A\n\nText.\n\n### B\n\nDisks MUST be wiped.",
  ),
];

/** Structures of our own. */
export const STRUCTURES: readonly StructureCase[] = [...TABLES, ...LISTS, ...CODES, ...NOTES, ...TERMS, ...LINKS];
