import { number, object, record } from "#core/base/stored/shape.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import type { ReportedResult } from "#core/compliance/standing/evaluate.ts";
import { RESULT_MEMBERS } from "#core/compliance/standing/stored-result.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch } from "../state/rows.ts";
import { certificateRow, readCertificate, SELECT_CERTIFICATE } from "./certificate-facts.ts";

/** All that is stored of a subject in a scope, and which version of it that is. */
export interface PairFacts {
  readonly version: number;
  readonly results: readonly ReportedResult[];
  readonly certificates: readonly Certificate[];
}

const placedResult = object<ReportedResult & { readonly place: number }>({ ...RESULT_MEMBERS, place: number });

/** A subject and the UUID of a scope, as statements take them. */
export type PairName = readonly [subject: string, scopeUuid: string];

/** The facts of pairs, in their order, read in one transaction: the version is that of these very facts. */
export async function readFacts(
  { DB }: Pick<Bindings, "DB">,
  names: readonly PairName[],
): Promise<readonly PairFacts[]> {
  const pairs = JSON.stringify(names);
  const [versions, results, certificates] = await readBatch(
    DB,
    [
      record({ place: number, version: number }),
      DB.prepare(
        `SELECT pair.key AS place, coalesce(version, 0) AS version FROM json_each(?1) AS pair LEFT JOIN standing
             ON standing.subject = pair.value ->> 0 AND standing.scope_uuid = pair.value ->> 1 ORDER BY pair.key`,
      ).bind(pairs),
    ],
    [
      placedResult,
      DB.prepare(
        `SELECT pair.key AS place, testcase, latest.version, latest.value, checked_at AS checkedAt, report_uuid AS reportUuid
           FROM json_each(?1) AS pair CROSS JOIN latest_result AS latest
             ON latest.subject = pair.value ->> 0 AND latest.scope_uuid = pair.value ->> 1`,
      ).bind(pairs),
    ],
    [
      certificateRow,
      DB.prepare(
        `${SELECT_CERTIFICATE} WHERE number IN (
           SELECT own.number FROM json_each(?1) AS pair CROSS JOIN certificate AS own
               ON own.subject = pair.value ->> 0 AND own.scope_uuid = pair.value ->> 1)
          ORDER BY number DESC`,
      ).bind(pairs),
    ],
  );
  const resultsOf = Map.groupBy(results, ({ place }) => place);
  const certificatesOf = Map.groupBy(certificates.map(readCertificate), ({ subject, scope }) =>
    JSON.stringify([subject, scope.uuid]),
  );
  return versions.map(({ place, version }) => ({
    version,
    results: resultsOf.get(place) ?? [],
    certificates: certificatesOf.get(JSON.stringify(names[place])) ?? [],
  }));
}
