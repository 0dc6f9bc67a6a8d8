import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import type { SbomEvent } from "#core/sboms/records/sbom-event.ts";
import type { ComponentRecord, SbomDetail, SbomRecord } from "#core/sboms/records/sbom-record.ts";
import type { GraphPlace } from "#site/pages/sboms/dependencies.tsx";

import type { Problem } from "../http/problem.ts";
import type { SbomUpload } from "./uploads/upload-store.ts";

/** An SBOM as the API describes it. */
export function sbomJson(record: SbomRecord): Record<string, unknown> {
  return {
    id: record.id,
    sha256: record.sha256,
    sizeBytes: record.sizeBytes,
    format: record.format.name,
    specVersion: record.format.version,
    serialNumber: record.serialNumber,
    version: record.version,
    subject: record.subject,
    madeAt: record.madeAt,
    components: record.componentCount,
    uploadedAt: record.uploadedAt.toISOString(),
    uploadedBy: record.uploadedBy,
    publishers: record.publishers,
    demo: record.isDemo,
    findingCounts: record.findingCounts,
    page: `/sboms/${record.id}`,
    document: `/sboms/${record.id}/raw`,
  };
}

/** The same with its findings. */
export function sbomDetailJson(detail: SbomDetail): Record<string, unknown> {
  return { ...sbomJson(detail), findings: detail.findings };
}

/** A component as the API describes it. */
export function componentJson(component: ComponentRecord): Record<string, unknown> {
  return { ...component };
}

/** A node of the dependency graph as the API describes it. */
export function placeJson({ node, title, href }: GraphPlace): Record<string, unknown> {
  return { node, title, page: href };
}

/** What happened to an SBOM as the API describes it. */
export function eventJson(event: SbomEvent): Record<string, unknown> {
  const { kind, at, account, reason, keyName, keyFingerprint, signatureSha256 } = event;
  return {
    kind,
    at,
    account,
    ...(reason === null ? {} : { reason }),
    ...(keyName === null ? {} : { signature: { keyName, keyFingerprint, sha256: signatureSha256 } }),
  };
}

/** Where a long upload stands. */
export function uploadJson(upload: SbomUpload): Record<string, unknown> {
  const { id, state, sizeBytes, receivedAt, startedAt, finishedAt, sbomId, problem } = upload;
  return {
    upload: id,
    state,
    sizeBytes,
    receivedAt,
    startedAt,
    finishedAt,
    ...(sbomId === undefined ? {} : { sbom: `/api/v1/sboms/${sbomId}`, page: `/sboms/${sbomId}` }),
    ...(problem === undefined ? {} : { problem: plainProblem(problem) }),
  };
}

function plainProblem({ extensions, ...problem }: Problem): Record<string, unknown> {
  return { ...problem, ...extensions };
}

/** What a profile says of an SBOM, in short. */
export function profileSummaryJson({ id, title, satisfied, score, grade }: ProfileJson): Record<string, unknown> {
  return { id, title, satisfied, score, grade };
}
