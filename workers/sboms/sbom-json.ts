import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import type { ComponentRecord, SbomDetail, SbomRecord } from "#core/sboms/sbom-record.ts";

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
export function componentJson({ number: _place, ...component }: ComponentRecord): Record<string, unknown> {
  return component;
}

/** What a profile says of an SBOM, in short. */
export function profileSummaryJson({ id, title, satisfied, score, grade }: ProfileJson): Record<string, unknown> {
  return { id, title, satisfied, score, grade };
}
