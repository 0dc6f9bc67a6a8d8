import type { Child } from "hono/jsx";

import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { NumberEntry, Phase, VersionEntry } from "../../standards-index.ts";
import { DateText } from "../date-text.tsx";
import { Notice } from "../notice.tsx";

interface Props {
  readonly page: { readonly document: DocumentSummary; readonly today: string };
  readonly phase: Phase;
  readonly number: NumberEntry | undefined;
}

interface Situation {
  readonly page: Props["page"];
  readonly inForce: VersionEntry | undefined;
}

const NOTICES: Record<Phase, (situation: Situation) => Child> = {
  draft: ({ inForce }) => (
    <Notice tone="warning" label="Draft">
      This text is work in progress and binds nobody yet. <Instead entry={inForce} />
    </Notice>
  ),
  unstated: ({ inForce }) => (
    <Notice tone="warning" label="No status">
      This document does not say whether it is a draft or in force. <Instead entry={inForce} />
    </Notice>
  ),
  rejected: ({ inForce }) => (
    <Notice tone="bad" label="Rejected">
      The community decided against this proposal. <Instead entry={inForce} />
    </Notice>
  ),
  deprecated: ({ inForce }) => (
    <Notice tone="bad" label="Deprecated">
      This version is no longer in force. <Instead entry={inForce} />
    </Notice>
  ),
  effective: ({ page, inForce }) => <Ending document={page.document} today={page.today} inForce={inForce} />,
  supplement: () => null,
};

/** A banner, only where the reader might otherwise take the text for the rule of the day. */
export function DocumentNotice({ page, phase, number }: Props) {
  const inForce = number?.versions.findLast((entry) => entry.phase === "effective");
  return <>{NOTICES[phase]({ page, inForce })}</>;
}

function Instead({ entry }: { entry: VersionEntry | undefined }) {
  if (entry === undefined) return null;
  return (
    <>
      In force is{" "}
      <a href={entry.href}>
        {entry.label}: {entry.document.title}
      </a>
      .
    </>
  );
}

/** In force, but a date in the future or a newer version changes that. */
function Ending(props: { document: DocumentSummary; today: string; inForce: VersionEntry | undefined }) {
  const { stabilizedAt, deprecatedAt, documentId } = props.document;
  const newer = props.inForce?.document.documentId === documentId ? undefined : props.inForce;
  if (stabilizedAt !== undefined && stabilizedAt > props.today) {
    return (
      <Notice tone="info" label="Not yet in force">
        This version is stable and takes effect on <DateText date={stabilizedAt} />.
      </Notice>
    );
  }
  if (deprecatedAt === undefined && newer === undefined) return null;
  return (
    <Notice tone="warning" label="Superseded">
      {deprecatedAt === undefined ? null : [`This version is in force until `, <DateText date={deprecatedAt} />, ". "]}
      {newer === undefined ? null : ["A newer version exists: ", <a href={newer.href}>{newer.label}</a>, "."]}
    </Notice>
  );
}
