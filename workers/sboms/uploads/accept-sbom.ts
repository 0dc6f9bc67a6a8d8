import { checkSbom, type InvalidSbom } from "#core/sboms/checking/check-sbom.ts";
import { seriesOf } from "#core/sboms/records/document-series.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import { describeContent, recordComponents, type SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Bindings } from "../../state/bindings.ts";
import { sha256Hex } from "../../http/digest.ts";
import type { Problem } from "../../http/problem.ts";
import type { Sender } from "./find-sender.ts";
import { storeGraph } from "../stores/graph-store.ts";
import { noteSentAgain, withdrawalOf } from "../stores/history-store.ts";
import { judgeProfiles, storeProfiles } from "../stores/profile-store.ts";
import type { Upload } from "./read-upload.ts";
import { findSbom, findSbomByHash } from "../stores/sbom-store.ts";
import { storeSbom } from "./store-sbom.ts";

/** A published SBOM, and whether this upload published it. */
export interface AcceptedSbom {
  readonly sbom: SbomDetail;
  readonly isNew: boolean;
}

/** Checks an uploaded SBOM and keeps it; the same bytes are kept once. Nothing is kept of a document with errors. */
export async function acceptSbom(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { bytes, announcedVersion, isStrict }: Omit<Upload, "signature">,
  sender: Sender,
  now: Date,
): Promise<Result<AcceptedSbom, Problem>> {
  const sha256 = await sha256Hex(bytes);
  const known = await findSbomByHash(env, sha256);
  if (known !== undefined) {
    await noteSentAgain(env, known, bytes, sender, now);
    return success({ sbom: known, isNew: false });
  }
  const withdrawal = await withdrawalOf(env, sha256);
  if (withdrawal !== undefined && !sender.hasToken) return failure(withdrawn(withdrawal.at));

  const check = await checkSbom(bytes, { path: "body", isStrict });
  if (!check.isValid) return failure(invalidSbom(check));
  const { format, content, findings, counts } = check;
  if (announcedVersion !== undefined && announcedVersion !== format.version) {
    return failure(otherVersion(announcedVersion, format.version));
  }
  const profiles = judgeProfiles(content);
  await storeProfiles(env, sha256, profiles);
  await storeGraph(env, sha256, readDependencyGraph(content));
  const id = await storeSbom(env, {
    ...describeContent(content),
    series: seriesOf(content),
    sha256,
    sizeBytes: bytes.byteLength,
    bytes,
    format,
    components: recordComponents(content),
    findings,
    findingCounts: counts,
    profiles,
    sender,
    uploadedAt: now,
    uploadedBy: sender.account.subject,
    isDemo: sender.account.demo,
  });
  const sbom = await findSbom(env, id);
  if (sbom === undefined) throw new Error(`SBOM ${id} is gone right after it was stored`);
  return success({ sbom, isNew: true });
}

function invalidSbom({ findings, counts, format }: InvalidSbom): Problem {
  const [first] = findings;
  const place =
    first === undefined
      ? ""
      : ` Line ${first.place.start.line}, column ${first.place.start.column}: ${first.message.replace(/\.$/, "")}.`;
  const more = counts.error > 1 ? ` ${counts.error - 1} more errors are in \`findings\`.` : "";
  return {
    status: 422,
    title: "Not a valid SBOM",
    detail: `Nothing was stored.${place}${more}`,
    extensions: { format: format?.name, specVersion: format?.version, findingCounts: counts, findings },
  };
}

function otherVersion(announced: string, actual: string): Problem {
  return {
    status: 422,
    title: "Other version than announced",
    detail: `The media type says version ${announced.slice(0, 20)}, the document says ${actual}. Nothing was stored; make them agree.`,
  };
}

/** Whoever has seen a signed upload can send it again, so a signature alone does not bring back what its owner took away. */
function withdrawn(at: string): Problem {
  return {
    status: 409,
    title: "SBOM was withdrawn",
    detail: `These bytes were published and withdrawn on ${at.slice(0, 10)}. To publish them again, send the account's token beside the signature.`,
  };
}
