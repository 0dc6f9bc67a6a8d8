/** What of a published file can be found by a search. */
export interface SearchEntry {
  readonly kind: "document" | "release" | "testcase" | "guide" | "news";
  /** What people type who know it: a document id, the version of a release, the id of a testcase, the day of news. */
  readonly ref: string;
  readonly title: string;
  /** Headings, one per line. */
  readonly headings: string;
  /** The words of the text, one block per line. */
  readonly body: string;
  /** Address on the site, with its anchor. */
  readonly href: string;
}

/** Longest searched text of an entry in UTF-16 code units; a column of the database holds 2 MB. */
const MAX_BODY_LENGTH = 500_000;

/** Cuts and cleans the parts of an entry: control characters would be taken for the marks of matches. */
export function searchEntry(entry: SearchEntry): SearchEntry {
  return {
    ...entry,
    title: clean(entry.title),
    headings: clean(entry.headings),
    body: clean(entry.body.slice(0, MAX_BODY_LENGTH)),
  };
}

function clean(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
}
