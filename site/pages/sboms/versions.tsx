import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { SbomEvent } from "#core/sboms/records/sbom-event.ts";
import type { SbomDetail, SbomRecord } from "#core/sboms/records/sbom-record.ts";

import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";

/** What else there is of a product, and what happened to this document. */
export interface VersionsProps {
  readonly site: SiteConfig;
  readonly sbom: SbomDetail;
  /** Versions of the same document, the newest first, this one among them. */
  readonly versions: readonly SbomRecord[];
  /** Other SBOMs of the same product, the last uploaded first. */
  readonly related: readonly SbomRecord[];
  /** The first event first. */
  readonly history: readonly SbomEvent[];
}

const COLUMNS: readonly Column[] = [
  { title: "Product version", wide: true },
  { title: "Document version" },
  { title: "Components", align: "number" },
  { title: "Published" },
  { title: "By" },
  { title: "Difference" },
];

/** Versions of the document and other SBOMs of the product, each with the way to the difference. */
export function Versions(props: VersionsProps) {
  const { versions, related } = props;
  return (
    <>
      {versions.length < 2 ? null : (
        <section aria-labelledby="versions">
          <h2 id="versions">Versions of this document</h2>
          <DataTable caption="Versions, with comparisons" columns={COLUMNS} rows={rowsOf(props, versions)} />
        </section>
      )}
      {related.length === 0 ? null : (
        <section aria-labelledby="related">
          <h2 id="related">Other SBOMs of this product</h2>
          <DataTable
            caption="SBOMs of the same product, with comparisons"
            columns={COLUMNS}
            rows={rowsOf(props, related)}
          />
        </section>
      )}
    </>
  );
}

function rowsOf({ site, sbom }: VersionsProps, others: readonly SbomRecord[]): Row[] {
  return others.map((other) => {
    const name = other.subject?.version ?? `SBOM ${other.id}`;
    const isThis = other.id === sbom.id;
    return {
      cells: [
        isThis ? <strong aria-current="true">{name}</strong> : <a href={`/sboms/${other.id}`}>{name}</a>,
        other.version ?? null,
        other.componentCount.toLocaleString("en"),
        <InstantText instant={other.uploadedAt} timeZone={site.timeZone} />,
        other.publishers.join(", "),
        isThis ? "This one" : <a href={diffHref(sbom, other)}>Compare</a>,
      ],
    };
  });
}

/** The earlier one stands on the left: by the version of the document, else by the upload. */
function diffHref(a: SbomRecord, b: SbomRecord): string {
  const isSameSeries = a.serialNumber === b.serialNumber && a.version !== b.version;
  const isFirst = isSameSeries ? (a.version ?? 1) < (b.version ?? 1) : a.uploadedAt < b.uploadedAt;
  const [from, to] = isFirst ? [a, b] : [b, a];
  return `/sboms/${from.id}/diff/${to.id}`;
}

const WORDS: Record<SbomEvent["kind"], string> = {
  published: "Published",
  "sent again": "The same bytes sent again",
  withdrawn: "Withdrawn",
};

/** Who published the document, when, signed with which key. */
export function History({
  site,
  sbomId,
  history,
}: {
  site: SiteConfig;
  sbomId: string;
  history: readonly SbomEvent[];
}) {
  const isSigned = history.some(({ keyName }) => keyName !== null);
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol class="event-list">
        {history.map(({ kind, at, account, reason, keyName, keyFingerprint }) => (
          <li>
            {WORDS[kind]} by <code>{account}</code>, <InstantText instant={at} timeZone={site.timeZone} />
            {reason === null ? null : `: ${reason}`}
            {keyName === null ? null : (
              <>
                . Signed with the key <code>{keyName}</code> <code>{keyFingerprint}</code>
              </>
            )}
          </li>
        ))}
      </ol>
      {isSigned ? (
        <p>
          The <a href={`/sboms/${sbomId}/signature`}>signature</a> was checked when it came; anybody can check it again
          with <code>ssh-keygen -Y verify -n sbom</code>.
        </p>
      ) : null}
    </section>
  );
}
