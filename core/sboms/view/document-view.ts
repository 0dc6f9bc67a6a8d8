import type { JsonPatch } from "#core/base/json/json-patch.ts";

import type { SbomContent } from "./sbom-content.ts";
import type { Outcome, Statement } from "../profiles/profile.ts";

/** What profiles want to know of a document, whatever its format. */
export interface DocumentView {
  readonly format: SbomContent["kind"];
  /** Who is responsible for the document. */
  readonly author: Statement;
  /** A signature inside the document; wrong where it cannot be one. */
  readonly signature: Outcome;
  readonly timestamp: Statement;
  readonly toolName: Statement;
  readonly toolVersion: Statement;
  /** In which phase of the product's life the document was made. */
  readonly generationContext: Statement;
  /** The document can be told from its earlier versions. */
  readonly documentVersion: Statement;
  /** What the document is about: one component with a name. */
  readonly subject: Statement;
  /** What the subject directly depends on or contains, or that it is nothing. */
  readonly topLevel: Statement;
  /** The subject first, then the components in the order of the document. */
  readonly components: readonly ComponentView[];
}

/** What profiles want to know of a component. */
export interface ComponentView {
  /** JSON pointer. */
  readonly pointer: string;
  readonly name: Statement;
  readonly version: Statement;
  /** What its package URL says of the version, where the component itself is silent. */
  readonly versionRepair?: (() => JsonPatch) | undefined;
  /** Who made it. */
  readonly producer: Statement;
  /** Who delivers it. */
  readonly supplier: Statement;
  /** A purl, CPE or another identifier that others can look up. */
  readonly identifier: Statement;
  readonly hash: Statement;
  readonly license: Statement;
  /** What it depends on; a leaf says so by an empty list. */
  readonly dependencies: Statement;
}
