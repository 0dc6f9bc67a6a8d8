import type { Phase } from "../../standards-index.ts";
import { StatusMark } from "./status-mark.tsx";

/** The status of a document on the day of the request. */
export function PhaseMark({ phase, bare }: { phase: Phase; bare?: boolean }) {
  const rest = bare === true ? { bare } : {};
  return phase === "supplement" ? (
    <StatusMark status="unknown" word="Supplement" {...rest} />
  ) : (
    <StatusMark status={phase} {...rest} />
  );
}

/** What the marks of lists mean. */
export function PhaseLegend() {
  return (
    <dl class="legend">
      <div>
        <dt>
          <PhaseMark phase="draft" />
        </dt>
        <dd>may still change, binds nobody</dd>
      </div>
      <div>
        <dt>
          <PhaseMark phase="effective" />
        </dt>
        <dd>in force</dd>
      </div>
      <div>
        <dt>
          <PhaseMark phase="deprecated" />
        </dt>
        <dd>no longer in force, kept for the record</dd>
      </div>
    </dl>
  );
}
