import { checkSbom, type InvalidSbom } from "#core/sboms/checking/check-sbom.ts";
import { seriesOf } from "#core/sboms/records/document-series.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import {
  describeContent,
  recordComponents,
  type SbomDetail,
  type SbomRecord,
} from "#core/sboms/records/sbom-record.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Bindings } from "../../state/bindings.ts";
import { sha256Hex } from "../../http/digest.ts";
import type { Problem } from "../../http/problem.ts";
import type { Sender } from "./find-sender.ts";
import { storeGraph } from "../stores/graph-store.ts";
import { noteSentAgain, withdrawalOf } from "../stores/history-store.ts";
import { findNamesake } from "../stores/owner-store.ts";
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
  const withdrawal = await withdrawalOf(env, sha256, sender.account.subject);
  if (withdrawal !== undefined && !sender.hasToken) return failure(withdrawn(withdrawal.at));
  const known = await findSbomByHash(env, sha256);
  if (known !== undefined) {
    const again = await unlessTaken(env, known, sender, () => noteSentAgain(env, known, bytes, sender, now));
    if (!again.ok) return again;
    const shared = await findSbom(env, known.id);
    // Withdrawn in between: then this is a publication like any other.
    if (again.value && shared !== undefined) return success({ sbom: shared, isNew: false });
  }

  const check = await checkSbom(bytes, { path: "body", isStrict });
  if (!check.isValid) return failure(invalidSbom(check));
  const { format, content, findings, counts } = check;
  if (announcedVersion !== undefined && announcedVersion !== format.version) {
    return failure(otherVersion(announcedVersion, format.version));
  }
  const described = describeContent(content);
  const named = { sha256, format, ...described };
  const taken = await namesakeOf(env, named, sender);
  if (taken !== undefined) return failure(taken);
  const profiles = judgeProfiles(content);
  await storeProfiles(env, sha256, profiles);
  await storeGraph(env, sha256, readDependencyGraph(content));
  const sbom = {
    ...described,
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
  };
  const stored = await unlessTaken(env, named, sender, () => storeSbom(env, sbom));
  if (!stored.ok) return stored;
  const published = await findSbom(env, stored.value);
  if (published === undefined) throw new Error(`SBOM ${stored.value} is gone right after it was stored`);
  return success({ sbom: published, isNew: true });
}

/** What serial number, version and bytes an SBOM has. */
type Named = Pick<SbomRecord, "sha256" | "format" | "serialNumber" | "version">;

/** Does what makes the sender an owner; the database refuses it where another upload took the same name a moment before. */
async function unlessTaken<Value>(
  env: Pick<Bindings, "DB">,
  named: Named,
  sender: Sender,
  work: () => Promise<Value>,
): Promise<Result<Value, Problem>> {
  try {
    return success(await work());
  } catch (error) {
    const taken = await namesakeOf(env, named, sender);
    if (taken === undefined) throw error;
    return failure(taken);
  }
}

/** The problem that the sender publishes other content under the same serial number and version; undefined where it does not. */
async function namesakeOf(
  env: Pick<Bindings, "DB">,
  { sha256, format, serialNumber, version = 1 }: Named,
  { account }: Sender,
): Promise<Problem | undefined> {
  if (format.name !== "CycloneDX" || serialNumber === undefined) return undefined;
  const link = { series: serialNumber.toLowerCase(), linkVersion: version };
  const id = await findNamesake(env, sha256, account.subject, link);
  return id === undefined ? undefined : nameTaken(serialNumber, version, id);
}

/** A BOM-Link names one document; with other content it would lead readers of the old one astray. */
function nameTaken(serialNumber: string, version: number, id: string): Problem {
  return {
    status: 409,
    title: "Serial number and version are taken",
    detail: `You publish \`${serialNumber}\`, version ${version}, with other content already: /sboms/${id}. Raise \`version\` in the document (or give it a new serial number), or withdraw the earlier one first: DELETE /api/v1/sboms/${id}?reason=…. Nothing was stored.`,
    extensions: { sbom: `/api/v1/sboms/${id}` },
  };
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
