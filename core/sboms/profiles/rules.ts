/** The facts that several profiles want, each with what to write. Profiles add the clause of their own text. */
import type { ComponentRule, DocumentRule } from "./profile.ts";

type Unclaused<Rule> = Omit<Rule, "clause">;

export const AUTHOR: Unclaused<DocumentRule> = {
  about: "document",
  id: "author",
  title: { en: "Author of the SBOM", de: "Verfasser der SBOM" },
  remedy: {
    CycloneDX: "Write `metadata.authors` or, for automated builds, `metadata.manufacturer`.",
    SPDX: "Write `Organization: …` or `Person: …` into `creationInfo.creators`.",
  },
  read: (view) => view.author,
};

export const SIGNATURE: Unclaused<DocumentRule> = {
  about: "document",
  id: "signature",
  title: { en: "Signature of the author", de: "Signatur des Verfassers" },
  remedy: {
    CycloneDX: "Sign the document (`signature`), or publish a detached signature beside it.",
    SPDX: "Publish a detached signature beside the document; SPDX 2 has none inside.",
  },
  read: (view) => view.signature,
};

export const TIMESTAMP: Unclaused<DocumentRule> = {
  about: "document",
  id: "timestamp",
  title: { en: "Timestamp", de: "Zeitstempel" },
  remedy: { CycloneDX: "Write `metadata.timestamp`.", SPDX: "Write `creationInfo.created`." },
  read: (view) => view.timestamp,
};

export const TOOL_NAME: Unclaused<DocumentRule> = {
  about: "document",
  id: "tool-name",
  title: { en: "Name of the tool", de: "Name des Werkzeugs" },
  remedy: {
    CycloneDX: "Write `metadata.tools.components[].name`.",
    SPDX: "Write `Tool: name-version` into `creationInfo.creators`.",
  },
  read: (view) => view.toolName,
};

export const TOOL_VERSION: Unclaused<DocumentRule> = {
  about: "document",
  id: "tool-version",
  title: { en: "Version of the tool", de: "Version des Werkzeugs" },
  remedy: {
    CycloneDX: "Write `metadata.tools.components[].version`.",
    SPDX: "Write `Tool: name-version` into `creationInfo.creators`.",
  },
  read: (view) => view.toolVersion,
};

export const GENERATION_CONTEXT: Unclaused<DocumentRule> = {
  about: "document",
  id: "generation-context",
  title: { en: "Generation context", de: "Entstehungskontext" },
  remedy: {
    CycloneDX: "Write `metadata.lifecycles[].phase`, for example `build`.",
    SPDX: "Write the type of the SBOM (Design, Source, Build, Analyzed, Deployed, Runtime) into `creationInfo.comment`.",
  },
  read: (view) => view.generationContext,
};

export const DOCUMENT_VERSION: Unclaused<DocumentRule> = {
  about: "document",
  id: "document-version",
  title: { en: "Version of the SBOM", de: "Version der SBOM" },
  remedy: {
    CycloneDX: "Write `serialNumber`, and count `version` up with every change.",
    SPDX: "Give every version a `documentNamespace` of its own.",
  },
  read: (view) => view.documentVersion,
};

export const NAME: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-name",
  title: { en: "Name of the component", de: "Name der Komponente" },
  remedy: { CycloneDX: "Write `name`.", SPDX: "Write `name`." },
  read: (component) => component.name,
};

export const VERSION: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-version",
  title: { en: "Version of the component", de: "Version der Komponente" },
  remedy: { CycloneDX: "Write `version`.", SPDX: "Write `versionInfo`." },
  read: (component) => component.version,
};

export const PRODUCER: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-producer",
  title: { en: "Producer of the component", de: "Hersteller der Komponente" },
  remedy: { CycloneDX: "Write `manufacturer.name`.", SPDX: "Write `originator`." },
  read: (component) => component.producer,
};

export const SUPPLIER: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-supplier",
  title: { en: "Supplier of the component", de: "Lieferant der Komponente" },
  remedy: { CycloneDX: "Write `supplier.name`.", SPDX: "Write `supplier`." },
  read: (component) => component.supplier,
};

export const IDENTIFIER: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-identifier",
  title: { en: "Identifier of the component", de: "Kennung der Komponente" },
  remedy: { CycloneDX: "Write `purl` or `cpe`.", SPDX: "Write an `externalRefs` entry of type `purl` or `cpe23Type`." },
  read: (component) => component.identifier,
};

export const HASH: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-hash",
  title: { en: "Hash of the component", de: "Hash der Komponente" },
  remedy: { CycloneDX: "Write `hashes` with `alg` and `content`.", SPDX: "Write `checksums`." },
  read: (component) => component.hash,
};

export const LICENSE: Unclaused<ComponentRule> = {
  about: "component",
  id: "component-license",
  title: { en: "License of the component", de: "Lizenz der Komponente" },
  remedy: { CycloneDX: "Write `licenses`.", SPDX: "Write `licenseConcluded` or `licenseDeclared`." },
  read: (component) => component.license,
};

export const DEPENDENCIES: Unclaused<ComponentRule> = {
  about: "component",
  id: "dependency-relationship",
  title: { en: "Dependency relationship", de: "Abhängigkeitsbeziehung" },
  remedy: {
    CycloneDX: "Write an entry in `dependencies` for every component; a leaf has an empty `dependsOn`.",
    SPDX: "Write `DEPENDS_ON` or `CONTAINS` relationships that name the package.",
  },
  read: (component) => component.dependencies,
};
