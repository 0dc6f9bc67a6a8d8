import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { lifecyclePhase } from "#core/standards/documents/lifecycle.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import { indexStandards } from "#site/standards-index.ts";

/** A small community whose documents are in every phase. */
export const SITE: SiteConfig = {
  name: "Office",
  community: "Sample Community",
  title: "Sample standards",
  description: "What the sample community agreed on.",
  timeZone: "Europe/Berlin",
  redirects: [],
  tracks: [
    { id: "Global", digit: 0, description: "" },
    { id: "IaaS", digit: 1, description: "Machines, networks, disks." },
  ],
};

/** The day on which all samples are seen. */
export const TODAY = "2026-11-20";

/** A document with the usual facts; what matters to the test is passed in. */
export function sampleDocument(documentId: string, facts: Partial<DocumentSummary> = {}): DocumentSummary {
  const name = /^[a-z]+-(\d{4})-([vw])(\d+)/.exec(documentId);
  return {
    documentId,
    number: name?.[1],
    series: name?.[2] as DocumentSummary["series"],
    version: name === null ? undefined : Number(name[3]),
    title: "Sample",
    type: name?.[2] === "w" ? "Supplement" : "Standard",
    ...(name?.[2] === "w" ? {} : { status: "Draft" as const }),
    track: "IaaS",
    replaces: [],
    replacedBy: [],
    supplements: [],
    ...facts,
  };
}

/** Draft, effective, deprecated, a supplement and a decision. */
export const DOCUMENTS: readonly DocumentSummary[] = [
  sampleDocument("sam-0100-v1-names", {
    title: "Names",
    status: "Deprecated",
    stabilizedAt: "2022-01-01",
    deprecatedAt: "2023-10-31",
  }),
  sampleDocument("sam-0100-v2-names", { title: "Good Names", status: "Stable", stabilizedAt: "2023-06-14" }),
  sampleDocument("sam-0100-v3-names", { title: "Better Names" }),
  sampleDocument("sam-0100-w1-notes", { title: "Good Names: Notes", supplements: ["sam-0100-v2-names.md"] }),
  sampleDocument("sam-0001-v1-process", { title: "Process", track: "Global", type: "Procedural" }),
  sampleDocument("sam-0110-v1-disks", { title: "Fast disks", type: "Decision Record", description: "Two are enough." }),
];

/** The index of any documents on the sample day. */
export function indexOf(documents: readonly DocumentSummary[], today = TODAY) {
  return indexStandards(documents, SITE.tracks, (document) => lifecyclePhase(document, today).phase);
}
