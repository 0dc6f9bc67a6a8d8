import type { Child } from "hono/jsx";

import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

import type { Phase } from "../../standards-index.ts";
import { DateText } from "../date-text.tsx";

/** A document on the day `today` (`2026-11-20`). */
interface Props {
  readonly document: DocumentSummary;
  readonly today: string;
}

const SENTENCES: Record<Phase, (props: Props) => Child> = {
  draft: () => "Not in force. The text may still change.",
  unstated: () => "Nothing is said about its force.",
  rejected: ({ document }) => ["Rejected", on(" on ", document.rejectedAt), ". It never came into force."],
  supplement: () => "Explains a standard. Only the standard itself binds.",
  deprecated: ({ document }) => ["No longer in force", on(" since ", document.deprecatedAt), "."],
  effective: ({ document: { stabilizedAt, deprecatedAt }, today }) => [
    stabilizedAt !== undefined && stabilizedAt > today ? "In force from " : "In force since ",
    on("", stabilizedAt) ?? "an unrecorded date",
    on(", until ", deprecatedAt),
    ".",
  ],
};

/** What the status of a document means to its reader, in words: since when, until when, what a date announces. */
export function StatusSentence({ phase, ...props }: Props & { phase: Phase }) {
  return <>{SENTENCES[phase](props)}</>;
}

function on(preposition: string, date: string | undefined): Child {
  return date === undefined ? undefined : [preposition, <DateText date={date} />];
}
