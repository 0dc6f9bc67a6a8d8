import type { Finding } from "#core/finding.ts";
import type { SbomDetail } from "#core/sboms/sbom-record.ts";

import { CodedText } from "../../parts/coded-text.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { formatCount } from "./list-pager.tsx";

/** More than this many are left to the JSON. */
const MAX_SHOWN = 20;

/** What the check had to say about a published SBOM; nothing where it had nothing. */
export function SbomFindings({ sbom }: { sbom: SbomDetail }) {
  const { findings, findingCounts: counts } = sbom;
  if (findings.length === 0) return null;
  const total = counts.error + counts.warning + counts.note;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      <ul class="finding-list">
        {findings.slice(0, MAX_SHOWN).map((finding) => (
          <FindingItem finding={finding} />
        ))}
      </ul>
      {total > MAX_SHOWN ? (
        <p>
          {formatCount(MAX_SHOWN)} of {formatCount(total)} findings are shown;{" "}
          <a href={`/api/v1/sboms/${sbom.id}`}>the JSON</a> has the others.
        </p>
      ) : null}
    </section>
  );
}

function FindingItem({ finding: { severity, message, place } }: { finding: Finding }) {
  return (
    <li>
      <SeverityMark severity={severity} /> <CodedText text={message} />{" "}
      <small>
        Line {place.start.line}, column {place.start.column}
        {place.pointer === undefined || place.pointer === "" ? null : (
          <>
            , <code>{place.pointer}</code>
          </>
        )}
      </small>
    </li>
  );
}
