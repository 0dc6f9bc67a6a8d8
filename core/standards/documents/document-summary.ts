/** What a document says about itself, without its text: all that lists, headers and cross references need. */

/** Types of SCS-0001, section "Types". */
export type DocumentType = "Standard" | "Procedural" | "Decision Record" | "Supplement";

/** Lifecycle states of SCS-0001; supplements have none. */
export type DocumentStatus = "Draft" | "Stable" | "Deprecated" | "Rejected";

/** The facts of a document: its name taken apart and its front matter. Dates are ISO calendar dates. */
export interface DocumentSummary {
  /** File name without `.md`, case kept: `scs-0100-v3-flavor-naming`; the last segment of its address. */
  readonly documentId: string;
  /** `0100`, or `xxxx` for a proposal; undefined where the file name cannot be read. */
  readonly number: string | undefined;
  /** `v` for a main document, `w` for a supplement. */
  readonly series: "v" | "w" | undefined;
  readonly version: number | undefined;
  readonly title: string;
  readonly description?: string;
  readonly type: DocumentType | undefined;
  readonly status?: DocumentStatus;
  readonly track: string | undefined;
  readonly stabilizedAt?: string;
  readonly deprecatedAt?: string;
  readonly rejectedAt?: string;
  /** File names or ids as written in the front matter. */
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
  readonly supplements: readonly string[];
}
