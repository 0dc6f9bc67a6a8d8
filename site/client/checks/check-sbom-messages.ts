/** What the page /check/sbom and its background thread say to each other. */
import type { Finding, Severity } from "#core/base/finding.ts";
import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";

/** A document to check. */
export interface SbomTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isStrict: boolean;
  /** All repairs are to be made that findings and rules of profiles offer. */
  readonly isRepair: boolean;
}

/** What became of it. */
export interface SbomOutcome {
  readonly isValid: boolean;
  /** `CycloneDX 1.6`; undefined where the format was not recognized. */
  readonly format: string | undefined;
  readonly isSpdx3: boolean;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Product and version. */
  readonly subject: string | undefined;
  readonly components: number | undefined;
  /** What the profiles say of a valid document. */
  readonly profiles: readonly ProfileJson[];
  /** The document after its repairs and how many there were; absent where nothing was repaired. */
  readonly repaired?: { readonly text: string; readonly steps: number };
}
