/** Names that micromark's extensions give to constructs which cost much where they cannot succeed. */
type ConstructName = "table" | "emailAutolink";

/**
 * The constructs that cannot occur in a text: a table has a line of nothing but dashes, bars and colons, an address has an
 * at sign. The parser would try the first at every line and the second at every word, a third of its time.
 */
export function needlessConstructs(text: string): readonly ConstructName[] {
  const needless: ConstructName[] = [];
  if (!text.split(/[\r\n]/).some(mayBeDelimiterRow)) needless.push("table");
  if (!text.includes("@")) needless.push("emailAutolink");
  return needless;
}

/** Whether a line may stand below the head of a table, inside quotes and lists too; a superset of what GFM allows. */
function mayBeDelimiterRow(line: string): boolean {
  return /^[-:| \t>]+$/.test(line) && line.includes("-") && /[:|]/.test(line);
}
