import { table, type Table } from "#core/base/table.ts";
import { publicEvents } from "../certificates/certificate-json.ts";
import type { Certificate, CertificateEvent } from "../certificates/certificate.ts";
import { statusAt, wasGranted } from "../certificates/status.ts";
import type { ComplianceStep } from "../history/history-compliance.ts";
import type { HistoryAnnotation } from "../history/history-annotation.ts";
import type { AtomEntry, AtomFeed } from "#core/base/xml/atom.ts";

/** What the feed of a cloud in a scope tells. */
export interface StatusFeedProps {
  /** `https://standards.example`, without trailing slash. */
  readonly origin: string;
  readonly author: string;
  readonly subject: string;
  readonly cloud: string;
  readonly alias: string;
  readonly scopeName: string;
  readonly steps: readonly ComplianceStep[];
  readonly certificates: readonly Certificate[];
  readonly annotations: readonly HistoryAnnotation[];
  readonly instant: Date;
}

const MAX_ENTRIES = 50;
/** A feed without entries needs a date all the same; a fixed one, so that its bytes stay the same. */
const BEFORE_ALL_CHANGES = "1970-01-01T00:00:00.000Z";

/** What becomes of a cloud in a scope: verdicts that changed, steps of its certificate, remarks; the newest first. */
export function statusFeed(props: StatusFeedProps): AtomFeed {
  const { origin, author, subject, cloud, alias, scopeName, certificates, instant } = props;
  const path = `/certification/${encodeURIComponent(subject)}/${encodeURIComponent(alias)}`;
  const entries = [
    ...verdictEntries(props, `${origin}${path}`),
    ...certificates.flatMap((certificate) => certificateEntries(certificate, origin, instant)),
    ...props.annotations.map((annotation) => annotationEntry(annotation, props, `${origin}${path}`)),
  ];
  const newest = newestFirst(entries);
  return {
    id: `${origin}${path}`,
    title: `${cloud}: ${scopeName}`,
    author,
    selfUrl: `${origin}${path}/feed.xml`,
    pageUrl: `${origin}${path}`,
    updated: newest[0]?.updated ?? BEFORE_ALL_CHANGES,
    entries: newest,
  };
}

/** The feed of all certificates: every public step, and the ends of terms; the newest first. */
export function certificatesFeed(
  certificates: readonly Certificate[],
  { origin, author, instant }: Pick<StatusFeedProps, "origin" | "author" | "instant">,
): AtomFeed {
  const entries = newestFirst(certificates.flatMap((certificate) => certificateEntries(certificate, origin, instant)));
  return {
    id: `${origin}/certificates`,
    title: "Certificates",
    author,
    selfUrl: `${origin}/certificates/feed.xml`,
    pageUrl: `${origin}/certificates`,
    updated: entries[0]?.updated ?? BEFORE_ALL_CHANGES,
    entries,
  };
}

function newestFirst(entries: readonly AtomEntry[]): readonly AtomEntry[] {
  return entries.toSorted((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, MAX_ENTRIES);
}

const VERDICTS: Table<string> = table({
  "1": "all tests pass",
  "0": "no test fails, some gave no verdict",
  "-1": "tests fail",
  null: "results are missing",
  undefined: "no version is in force",
});

/** The first step of the period began before it, so nobody knows when. */
function verdictEntries({ steps, cloud, scopeName }: StatusFeedProps, url: string): readonly AtomEntry[] {
  return steps.slice(1).map(({ from, outcome, version }) => {
    const words = VERDICTS[String(outcome)] ?? "";
    return {
      id: `${url}#verdict-${from.toISOString()}`,
      title: `${cloud}: ${words}`,
      summary: `${cloud}, ${scopeName}${version === undefined ? "" : ` ${version}`}: ${words}.`,
      url: `${url}?at=${from.toISOString()}`,
      updated: from.toISOString(),
      categories: ["verdict"],
    };
  });
}

const STEP_WORDS: Readonly<Partial<Record<CertificateEvent["kind"], string>>> = {
  granted: "granted",
  renewed: "renewed",
  suspended: "suspended",
  reinstated: "reinstated",
  revoked: "revoked",
  checked: "checked by hand",
  approved: "result accepted",
};

function certificateEntries(certificate: Certificate, origin: string, instant: Date): readonly AtomEntry[] {
  if (!wasGranted(certificate, instant)) return [];
  const { id, subject, scope, version, events } = certificate;
  const url = `${origin}/certificates/${id}`;
  const what = `${subject}, ${scope.name} ${version}`;
  const steps = publicEvents(events, instant).map((event) => ({
    id: `${url}#event-${event.number}`,
    title: `Certificate ${id} ${STEP_WORDS[event.kind] ?? event.kind}`,
    summary: `${what}: ${event.reason}`,
    url,
    updated: event.at.toISOString(),
    categories: ["certificate", event.kind],
  }));
  const { state, since } = statusAt(certificate, instant);
  if (state !== "expired" || since === undefined) return steps;
  const updated = since.toISOString();
  const title = `Certificate ${id} expired`;
  const ended = { id: `${url}#expired-${updated}`, title, summary: `${what}: the term ended.`, url, updated };
  return [...steps, { ...ended, categories: ["certificate", "expired"] }];
}

function annotationEntry(
  { number, note, recordedAt, kind }: HistoryAnnotation,
  { cloud }: StatusFeedProps,
  url: string,
) {
  return {
    id: `${url}#remark-${number}`,
    title: `${cloud}: a remark of the certification body`,
    summary: note,
    url: `${url}#history`,
    updated: recordedAt.toISOString(),
    categories: ["remark", kind],
  };
}
