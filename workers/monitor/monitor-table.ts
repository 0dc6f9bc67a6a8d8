import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { currentCertificate } from "#core/compliance/certificates/current-certificate.ts";
import { statusAt } from "#core/compliance/certificates/status.ts";
import { evaluateScope, type ScopeEvaluation } from "#core/compliance/standing/evaluate.ts";
import { worstOf } from "#core/compliance/monitor/table-cell.ts";
import type { TableRow, TableSection } from "#core/compliance/monitor/views.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";
import { isCertified, type TableSources } from "../standing/cloud-table.ts";
import { cloudsWithMembers, earlier, namesScope, type CloudWithMembers } from "../standing/clouds.ts";
import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { listResults } from "../standing/result-store.ts";

/** The monitor's table of clouds. */
export interface MonitorTable {
  readonly sections: readonly TableSection[];
  readonly nextChange: Date | undefined;
  readonly isDemo: boolean;
}

/** A section per scope; a row per cloud that its provider describes, then per subject that only reports. */
export async function loadMonitorTable(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { listCertificates }: TableSources,
  snapshot: Snapshot,
  { now, includeDrafts }: { readonly now: Date; readonly includeDrafts: boolean },
): Promise<MonitorTable> {
  const [scopes, results, certificates] = await Promise.all([
    publishedScopes(env, snapshot),
    listResults(env),
    listCertificates(env),
  ]);
  const options = { now, calendar: calendarOf(snapshot.site.timeZone), includeDrafts };
  let nextChange = certificates.map((certificate) => statusAt(certificate, now).nextChange).reduce(earlier, undefined);
  const evaluate = (subject: string, { scope }: PublishedScope): ScopeEvaluation | undefined => {
    const own = results.bySubject.get(subject)?.get(scope.uuid);
    const evaluation = own === undefined ? undefined : evaluateScope(scope, own, options);
    nextChange = earlier(nextChange, evaluation?.nextChange);
    return evaluation;
  };
  const clouds = cloudsWithMembers(snapshot, results);
  const sections = scopes.map((published) => {
    const rows = clouds.flatMap((row): TableRow[] => {
      const evaluations = row.members.map((member) => evaluate(member, published));
      const takesPart = evaluations.some((one) => one !== undefined) || namesScope(row.cloud.scopes, published);
      if (!takesPart) return [];
      const isAllCertified = areCertified(row, published, certificates, now);
      return [{ ...describe(row), evaluation: worstOf(evaluations), isCertified: isAllCertified }];
    });
    return { scope: published.scope, rows };
  });
  return { sections, nextChange, isDemo: clouds.some(({ cloud }) => cloud.isDemo) };
}

function describe({ cloud: { name, provider, description = "", subject } }: CloudWithMembers) {
  return { name, url: provider?.url, description, operator: provider?.name ?? "", subject };
}

function areCertified(
  { cloud, members }: CloudWithMembers,
  published: PublishedScope,
  certificates: readonly Certificate[],
  now: Date,
): boolean {
  if (members.length === 0) return false;
  return members.every((member) => {
    const certificate = currentCertificate(certificates, member, published.scope.uuid, now);
    return isCertified(cloud, published, { certificate });
  });
}
