/** What happened to the bytes of an SBOM. */
export interface SbomEvent {
  readonly kind: "published" | "sent again" | "withdrawn";
  /** ISO instant, UTC. */
  readonly at: string;
  /** Subject of the account that did it. */
  readonly account: string;
  /** Why it was withdrawn. */
  readonly reason: string | null;
  /** Name and version of the product that was withdrawn. */
  readonly title: string | null;
  readonly signatureSha256: string | null;
  readonly keyName: string | null;
  readonly keyFingerprint: string | null;
}
