import { checkSbom, type InvalidSbom } from "#core/sboms/check-sbom.ts";
import { describeContent, recordComponents, type SbomDetail } from "#core/sboms/sbom-record.ts";
import { failure, success, type Result } from "#core/result.ts";

import type { Bindings } from "../bindings.ts";
import type { Account } from "../http/auth.ts";
import { sha256Hex } from "../http/digest.ts";
import { problemResponse } from "../http/problem.ts";
import { judgeProfiles, storeProfiles } from "./profile-store.ts";
import type { Upload } from "./read-upload.ts";
import { findSbom, findSbomByHash, storeSbom } from "./sbom-store.ts";

/** A published SBOM, and whether this upload published it. */
export interface AcceptedSbom {
  readonly sbom: SbomDetail;
  readonly isNew: boolean;
}

/** Checks an uploaded SBOM and keeps it; the same bytes are kept once. Nothing is kept of a document with errors. */
export async function acceptSbom(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { bytes, announcedVersion }: Upload,
  account: Account,
  now: Date,
): Promise<Result<AcceptedSbom, Response>> {
  const sha256 = await sha256Hex(bytes);
  const known = await findSbomByHash(env, sha256);
  if (known !== undefined) return success({ sbom: known, isNew: false });

  const check = await checkSbom(bytes, { path: "body" });
  if (!check.isValid) return failure(invalidSbom(check));
  const { format, content, findings, counts } = check;
  if (announcedVersion !== undefined && announcedVersion !== format.version) {
    return failure(otherVersion(announcedVersion, format.version));
  }
  await storeProfiles(env, sha256, judgeProfiles(content));
  const id = await storeSbom(env, {
    ...describeContent(content),
    sha256,
    sizeBytes: bytes.byteLength,
    bytes,
    format,
    components: recordComponents(content),
    findings,
    findingCounts: counts,
    uploadedAt: now,
    uploadedBy: account.subject,
    isDemo: account.demo,
  });
  const sbom = await findSbom(env, id);
  if (sbom === undefined) throw new Error(`SBOM ${id} is gone right after it was stored`);
  return success({ sbom, isNew: true });
}

function invalidSbom({ findings, counts, format }: InvalidSbom): Response {
  const [first] = findings;
  const place =
    first === undefined ? "" : ` Line ${first.place.start.line}, column ${first.place.start.column}: ${first.message}.`;
  const more = counts.error > 1 ? ` ${counts.error - 1} more errors are in \`findings\`.` : "";
  return problemResponse({
    status: 422,
    title: "Not a valid SBOM",
    detail: `Nothing was stored.${place}${more}`,
    extensions: { format: format?.name, specVersion: format?.version, findingCounts: counts, findings },
  });
}

function otherVersion(announced: string, actual: string): Response {
  return problemResponse({
    status: 422,
    title: "Other version than announced",
    detail: `The media type says version ${announced.slice(0, 20)}, the document says ${actual}. Nothing was stored; make them agree.`,
  });
}
