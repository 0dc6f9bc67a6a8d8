import type { Place, Severity, Source } from "#core/base/finding.ts";
import type { ScopeFile } from "#schemas/compiled/scope.js";

import type { CheckSettings } from "../../checking/check-settings.ts";
import { fileNameOf, referencedId } from "../../documents/document-id.ts";
import type { DocumentIndex, IndexEntry } from "../../documents/document-index.ts";
import { classifyLink } from "../../checking/link-target.ts";

/** A scope file that follows its schema. */
export interface ReadScope {
  readonly path: string;
  readonly file: ScopeFile;
  /** The place of a JSON pointer. */
  readonly placeAt: (pointer: string) => Place;
}

/** Everything that a rule about test suites may look at. */
export interface ScopeContext {
  readonly scopes: readonly ReadScope[];
  readonly index: DocumentIndex;
  readonly settings: CheckSettings;
}

/** What a rule has to say about one place. */
export interface ScopeReport {
  readonly message: string;
  readonly place: Place;
}

/** One rule about the test suites of a tree and its documents. */
export interface ScopeRule {
  readonly id: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly summary: string;
  check(context: ScopeContext): Iterable<ScopeReport>;
}

/** The document that a module is about, by its address. */
export function documentOfModule(
  module: ScopeFile["modules"][number] | undefined,
  { index, settings }: ScopeContext,
): IndexEntry | undefined {
  const target = module?.url === undefined ? undefined : classifyLink(module.url, settings.addresses);
  return target?.kind === "document" ? index.find(target.documentId) : undefined;
}

/** The module that an `include` names. */
export function includedModule(
  scope: ReadScope,
  inclusion: ScopeFile["versions"][number]["include"][number],
): ScopeFile["modules"][number] | undefined {
  const id = typeof inclusion === "string" ? inclusion : inclusion.ref;
  return scope.file.modules.find((module) => module.id === id);
}

/** The document that describes a version of a scope: its slug is the file's name, its major version the same. */
export function documentOfVersion(scope: ReadScope, version: string, index: DocumentIndex): IndexEntry | undefined {
  const alias = fileNameOf(scope.path).replace(/\.ya?ml$/, "");
  const major = Number(/^v(\d+)/.exec(version)?.[1]);
  return index.entries.find(
    ({ summary }) =>
      summary.series === "v" &&
      summary.version === major &&
      referencedId(summary.documentId).replace(/^[a-z][a-z0-9]*-\d{4}-v\d+-/, "") === alias,
  );
}

/** The versions that the newest entry of the timeline calls effective or warn: what certificates are made of. */
export function versionsInForce(file: ScopeFile): ReadonlySet<string> {
  const newest = [...file.timeline].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  const live = Object.entries(newest?.versions ?? {}).filter(
    ([, validity]) => validity === "effective" || validity === "warn",
  );
  return new Set(live.map(([version]) => version));
}
