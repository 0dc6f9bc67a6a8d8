import { withDrafts } from "#core/compliance/standing/evaluate.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import { tableCell, worstOf } from "#core/compliance/monitor/table-cell.ts";
import type { TableRow, TableSection } from "#core/compliance/monitor/views.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";
import { LIST_BEGIN, type ListPlace } from "../standing/cloud-list.ts";
import { isCertified, takesPart } from "../standing/cloud-table.ts";
import { describeCloud, earlier } from "../standing/clouds.ts";
import { judgePart, type JudgedPart } from "../standing/judged-part.ts";
import type { FiledScope } from "../standing/published-scopes.ts";

/** The monitor's table of clouds. */
export interface MonitorTable {
  readonly sections: readonly TableSection[];
  readonly nextChange: Date | undefined;
  readonly isDemo: boolean;
  /** Where the next part begins; undefined at the end. */
  readonly next: ListPlace | undefined;
}

interface TableQuestion {
  readonly now: Date;
  readonly includeDrafts: boolean;
}

/** A part of the table. A section per scope; a row per cloud that its provider describes, then per subject that only reports. */
export async function loadMonitorTable(
  env: Pick<Bindings, "DB" | "BLOBS">,
  snapshot: Snapshot,
  place: ListPlace,
  question: TableQuestion,
): Promise<MonitorTable> {
  const { now, includeDrafts } = question;
  const { scopes, rows, next, nextChange } = await judgePart(env, snapshot, { place, search: "", now });
  const sections = scopes.map((published, index) => ({
    scope: published.scope,
    rows: rows.flatMap((row) => tableRow(row, published, index, includeDrafts)),
  }));
  return { sections, nextChange, isDemo: rows.some(({ cloud }) => cloud.isDemo), next };
}

/** The whole table, part by part: what is kept of a part is its texts. */
export async function loadWholeTable(
  env: Pick<Bindings, "DB" | "BLOBS">,
  snapshot: Snapshot,
  question: TableQuestion,
): Promise<MonitorTable> {
  let whole = await loadMonitorTable(env, snapshot, LIST_BEGIN, question);
  while (whole.next !== undefined) {
    const part = await loadMonitorTable(env, snapshot, whole.next, question);
    whole = {
      sections: whole.sections.map(({ scope, rows }, index) => {
        return { scope, rows: [...rows, ...(part.sections[index]?.rows ?? [])] };
      }),
      nextChange: earlier(whole.nextChange, part.nextChange),
      isDemo: whole.isDemo || part.isDemo,
      next: part.next,
    };
  }
  return whole;
}

/** The row of a cloud in a section; none where it takes no part in the scope. */
function tableRow(
  { cloud, members }: JudgedPart["rows"][number],
  published: FiledScope,
  index: number,
  includeDrafts: boolean,
): readonly TableRow[] {
  const standings = members.flatMap(({ standings: own }) => own[index] ?? []);
  const nobody: Pick<SubjectStanding, "hasReported"> = { hasReported: false };
  if (![nobody, ...standings].some((standing) => takesPart(cloud, published, standing))) return [];
  const evaluations = standings.map(({ hasReported, evaluation }) => {
    if (!hasReported) return undefined;
    return includeDrafts ? withDrafts(published.scope, evaluation) : evaluation;
  });
  const isAllCertified = standings.length > 0 && standings.every((one) => isCertified(cloud, published, one));
  return [{ ...describeCloud(cloud), cell: tableCell(worstOf(evaluations)), isCertified: isAllCertified }];
}
