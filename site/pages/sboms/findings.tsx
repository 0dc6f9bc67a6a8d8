import { occurrencesOf, type Finding, type Occurrences, type Severity } from "#core/base/finding.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { CodedText } from "../../parts/coded-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { countOf, formatCount } from "./list-pager.tsx";
import { sourceHref, titleOfSbom } from "./sbom-names.ts";

/** More than this many of a severity are left to the page of findings. */
const MAX_SHOWN = 10;

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** What the check had to say about a published SBOM, the graver first; nothing where it had nothing. */
export function SbomFindings({ sbom }: { sbom: SbomDetail }) {
  const { findings, findingCounts: counts } = sbom;
  if (findings.length === 0) return null;
  const total = counts.error + counts.warning + counts.note;
  const isCut = SEVERITIES.some((severity) => findings.filter((one) => one.severity === severity).length > MAX_SHOWN);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      <BySeverity sbom={sbom} findings={findings} shown={MAX_SHOWN} level={3} />
      {isCut ? (
        <p>
          <a href={`/sboms/${sbom.id}/findings`}>All {formatCount(total)} findings</a>
        </p>
      ) : null}
    </section>
  );
}

/** The page of all findings that are kept of an SBOM. */
export function findingsPage({ site, sbom }: { readonly site: SiteConfig; readonly sbom: SbomDetail }): string {
  const { findings, findingCounts: counts } = sbom;
  const title = titleOfSbom(sbom);
  const path = `/sboms/${sbom.id}/findings`;
  const total = counts.error + counts.warning + counts.note;
  const kept = findings.reduce((sum, finding) => sum + occurrencesOf(finding), 0);
  return renderPage({
    site,
    path,
    title: `Findings about ${title}`,
    section: "sboms",
    demo: sbom.isDemo,
    noindex: true,
    breadcrumb: [{ href: "/sboms", text: "SBOMs" }, { href: `/sboms/${sbom.id}`, text: title }, { text: "Findings" }],
    alternates: [{ type: "application/json", href: `${path}.json`, title: "The findings as JSON" }],
    styles: [ASSETS["sboms.css"]],
    header: (
      <PageHeader eyebrow={title} title="Findings">
        <p class="lead">
          What the check had to say when the document was published.
          {total > kept ? ` ${formatCount(kept)} of ${formatCount(total)} are kept.` : ""}
        </p>
      </PageHeader>
    ),
    children:
      findings.length === 0 ? (
        <EmptyState title="No findings">
          <p>The check had nothing to say about this document.</p>
        </EmptyState>
      ) : (
        <BySeverity sbom={sbom} findings={findings} shown={findings.length} level={2} />
      ),
  });
}

interface BySeverityProps {
  readonly sbom: SbomDetail;
  readonly findings: readonly Finding[];
  /** Findings shown of each severity. */
  readonly shown: number;
  /** Level of the headings. */
  readonly level: 2 | 3;
}

function BySeverity({ sbom, findings, shown, level }: BySeverityProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      {SEVERITIES.map((severity) => {
        const those = findings.filter((finding) => finding.severity === severity);
        if (those.length === 0) return null;
        return (
          <>
            <Heading id={`${severity}s`}>{countOf(sbom.findingCounts[severity], severity)}</Heading>
            <FindingList sbomId={sbom.id} findings={those.slice(0, shown)} />
          </>
        );
      })}
    </>
  );
}

/** Findings, each with the way to its place in the source. */
export function FindingList({ sbomId, findings }: { sbomId: string; findings: readonly Finding[] }) {
  return (
    <ul class="finding-list">
      {findings.map(({ severity, message, place, source, ruleId, occurrences }) => (
        <li>
          <SeverityMark severity={severity} /> <CodedText text={message} />{" "}
          <small>
            <a rel="nofollow" href={sourceHref(sbomId, place.pointer ?? "", place.start.line)}>
              Line {formatCount(place.start.line)}, column {formatCount(place.start.column)}
            </a>
            {place.pointer === undefined || place.pointer === "" ? null : (
              <>
                , <code>{place.pointer}</code>
              </>
            )}
            {occurrences === undefined ? null : <MorePlaces sbomId={sbomId} occurrences={occurrences} />}
            <br />
            <CodedText text={source.clause} /> · <code>{ruleId}</code>
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Where else the same is wrong. */
function MorePlaces({ sbomId, occurrences }: { readonly sbomId: string; readonly occurrences: Occurrences }) {
  const { count, morePlaces } = occurrences;
  return (
    <>
      <br />
      and at {countOf(count - 1, "more place")}:{" "}
      {morePlaces.map(({ start, pointer }, index) => (
        <>
          {index === 0 ? "" : ", "}
          <a rel="nofollow" href={sourceHref(sbomId, pointer ?? "", start.line)}>
            line {formatCount(start.line)}
          </a>
        </>
      ))}
      {count - 1 > morePlaces.length ? " …" : ""}
    </>
  );
}
