/** The facts that several profiles want, each with what to write. Profiles add the clause of their own text. */
import type { ComponentView, DocumentView } from "./document-view.ts";
import type { ComponentRule, DocumentRule } from "./profile.ts";

type Unclaused<Rule> = Omit<Rule, "clause">;

export const AUTHOR: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "author",
  title: { en: "Author of the SBOM", de: "Verfasser der SBOM" },
  remedy: {
    CycloneDX: {
      en: "Write `metadata.authors` or, for automated builds, `metadata.manufacturer`.",
      de: "`metadata.authors` schreiben, bei automatischen Builds `metadata.manufacturer`.",
    },
    SPDX: {
      en: "Write `Organization: …` or `Person: …` into `creationInfo.creators`.",
      de: "`Organization: …` oder `Person: …` in `creationInfo.creators` schreiben.",
    },
    SPDX3: {
      en: "Name a `Person` or `Organization` in `CreationInfo.createdBy`.",
      de: "Eine `Person` oder `Organization` in `CreationInfo.createdBy` nennen.",
    },
  },
  read: (view) => view.author,
};

export const SIGNATURE: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "signature",
  title: { en: "Signature of the author", de: "Signatur des Verfassers" },
  remedy: {
    CycloneDX: {
      en: "Sign the document (`signature`), or publish a detached signature beside it.",
      de: "Das Dokument signieren (`signature`) oder eine Signatur daneben veröffentlichen.",
    },
    SPDX: {
      en: "Publish a detached signature beside the document; SPDX 2 has none inside.",
      de: "Eine Signatur neben dem Dokument veröffentlichen; SPDX 2 hat innen keine.",
    },
    SPDX3: {
      en: "Publish a detached signature beside the document; SPDX 3 has none inside.",
      de: "Eine Signatur neben dem Dokument veröffentlichen; SPDX 3 hat innen keine.",
    },
  },
  read: (view) => view.signature,
};

export const TIMESTAMP: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "timestamp",
  title: { en: "Timestamp", de: "Zeitstempel" },
  remedy: {
    CycloneDX: { en: "Write `metadata.timestamp`.", de: "`metadata.timestamp` schreiben." },
    SPDX: { en: "Write `creationInfo.created`.", de: "`creationInfo.created` schreiben." },
    SPDX3: {
      en: "Write `CreationInfo.created`.",
      de: "`CreationInfo.created` schreiben.",
    },
  },
  read: (view) => view.timestamp,
};

export const TOOL_NAME: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "tool-name",
  title: { en: "Name of the tool", de: "Name des Werkzeugs" },
  remedy: {
    CycloneDX: { en: "Write `metadata.tools.components[].name`.", de: "`metadata.tools.components[].name` schreiben." },
    SPDX: {
      en: "Write `Tool: name-version` into `creationInfo.creators`.",
      de: "`Tool: Name-Version` in `creationInfo.creators` schreiben.",
    },
    SPDX3: {
      en: "Name a `Tool` in `CreationInfo.createdUsing`.",
      de: "Ein `Tool` in `CreationInfo.createdUsing` nennen.",
    },
  },
  read: (view) => view.toolName,
};

export const TOOL_VERSION: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "tool-version",
  title: { en: "Version of the tool", de: "Version des Werkzeugs" },
  remedy: {
    CycloneDX: {
      en: "Write `metadata.tools.components[].version`.",
      de: "`metadata.tools.components[].version` schreiben.",
    },
    SPDX: {
      en: "Write `Tool: name-version` into `creationInfo.creators`.",
      de: "`Tool: Name-Version` in `creationInfo.creators` schreiben.",
    },
    SPDX3: {
      en: "Write the version into the `name` of the `Tool`: `name-version`.",
      de: "Die Version in den `name` des `Tool` schreiben: `Name-Version`.",
    },
  },
  read: (view) => view.toolVersion,
};

export const GENERATION_CONTEXT: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "generation-context",
  title: { en: "Generation context", de: "Entstehungskontext" },
  remedy: {
    CycloneDX: {
      en: "Write `metadata.lifecycles[].phase`, for example `build`.",
      de: "`metadata.lifecycles[].phase` schreiben, zum Beispiel `build`.",
    },
    SPDX: {
      en: "Write the type of the SBOM (Design, Source, Build, Analyzed, Deployed, Runtime) into `creationInfo.comment`.",
      de: "Die Art der SBOM (Design, Source, Build, Analyzed, Deployed, Runtime) in `creationInfo.comment` schreiben.",
    },
    SPDX3: {
      en: "Write `software_sbomType` of the `software_Sbom`, for example `build`.",
      de: "`software_sbomType` des `software_Sbom` schreiben, zum Beispiel `build`.",
    },
  },
  read: (view) => view.generationContext,
};

export const DOCUMENT_VERSION: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "document-version",
  title: { en: "Version of the SBOM", de: "Version der SBOM" },
  remedy: {
    CycloneDX: {
      en: "Write `serialNumber`, and count `version` up with every change.",
      de: "`serialNumber` schreiben und `version` mit jeder Änderung hochzählen.",
    },
    SPDX: {
      en: "Give every version a `documentNamespace` of its own.",
      de: "Jeder Version einen eigenen `documentNamespace` geben.",
    },
    SPDX3: {
      en: "Give every version of the `SpdxDocument` a `spdxId` of its own.",
      de: "Jeder Version des `SpdxDocument` eine eigene `spdxId` geben.",
    },
  },
  read: (view) => view.documentVersion,
};

export const SUBJECT: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "subject",
  title: { en: "Product that the SBOM is about", de: "Produkt, von dem die SBOM handelt" },
  remedy: {
    CycloneDX: { en: "Write `metadata.component`.", de: "`metadata.component` schreiben." },
    SPDX: {
      en: "Name one package in `documentDescribes`, or by a `DESCRIBES` relationship.",
      de: "Ein Paket in `documentDescribes` oder durch eine Beziehung `DESCRIBES` nennen.",
    },
    SPDX3: {
      en: "Name one package in `rootElement` of the `software_Sbom`.",
      de: "Ein Paket in `rootElement` des `software_Sbom` nennen.",
    },
  },
  read: (view) => view.subject,
};

export const TOP_LEVEL: Unclaused<DocumentRule<DocumentView>> = {
  about: "document",
  id: "top-level-dependencies",
  title: { en: "Top-level dependencies of the product", de: "Direkte Abhängigkeiten des Produkts" },
  remedy: {
    CycloneDX: {
      en: "Write what the subject depends on into `dependencies`; if it is nothing, say so by a `complete` composition.",
      de: "In `dependencies` schreiben, wovon der Gegenstand abhängt; ist es nichts, sagt das eine Komposition `complete`.",
    },
    SPDX: {
      en: "Write `DEPENDS_ON` or `CONTAINS` relationships of the described package, to `NONE` if there is nothing.",
      de: "Beziehungen `DEPENDS_ON` oder `CONTAINS` des beschriebenen Pakets schreiben, ist da nichts, zu `NONE`.",
    },
    SPDX3: {
      en: "Write `dependsOn` or `contains` relationships of the root package, to `NoneElement` if there is nothing.",
      de: "Beziehungen `dependsOn` oder `contains` des Wurzelpakets schreiben, ist da nichts, zu `NoneElement`.",
    },
  },
  read: (view) => view.topLevel,
};

export const NAME: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-name",
  title: { en: "Name of the component", de: "Name der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `name`.", de: "`name` schreiben." },
    SPDX: { en: "Write `name`.", de: "`name` schreiben." },
  },
  read: (component) => component.name,
};

export const VERSION: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-version",
  title: { en: "Version of the component", de: "Version der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `version`.", de: "`version` schreiben." },
    SPDX: { en: "Write `versionInfo`.", de: "`versionInfo` schreiben." },
    SPDX3: {
      en: "Write `software_packageVersion`.",
      de: "`software_packageVersion` schreiben.",
    },
  },
  read: ({ version, versionRepair }) =>
    versionRepair === undefined ? version : { outcome: version, repair: versionRepair },
};

export const PRODUCER: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-producer",
  title: { en: "Producer of the component", de: "Hersteller der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `manufacturer.name`.", de: "`manufacturer.name` schreiben." },
    SPDX: { en: "Write `originator`.", de: "`originator` schreiben." },
    SPDX3: {
      en: "Name an agent in `originatedBy`.",
      de: "Einen Akteur in `originatedBy` nennen.",
    },
  },
  read: (component) => component.producer,
};

export const SUPPLIER: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-supplier",
  title: { en: "Supplier of the component", de: "Lieferant der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `supplier.name`.", de: "`supplier.name` schreiben." },
    SPDX: { en: "Write `supplier`.", de: "`supplier` schreiben." },
    SPDX3: {
      en: "Name an agent in `suppliedBy`.",
      de: "Einen Akteur in `suppliedBy` nennen.",
    },
  },
  read: (component) => component.supplier,
};

export const IDENTIFIER: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-identifier",
  title: { en: "Identifier of the component", de: "Kennung der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `purl` or `cpe`.", de: "`purl` oder `cpe` schreiben." },
    SPDX: {
      en: "Write an `externalRefs` entry of type `purl` or `cpe23Type`.",
      de: "Einen Eintrag vom Typ `purl` oder `cpe23Type` in `externalRefs` schreiben.",
    },
    SPDX3: {
      en: "Write `software_packageUrl`, or an `externalIdentifier` of type `packageUrl` or `cpe23`.",
      de: "`software_packageUrl` oder einen `externalIdentifier` vom Typ `packageUrl` oder `cpe23` schreiben.",
    },
  },
  read: (component) => component.identifier,
};

export const HASH: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-hash",
  title: { en: "Hash of the component", de: "Hash der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `hashes` with `alg` and `content`.", de: "`hashes` mit `alg` und `content` schreiben." },
    SPDX: { en: "Write `checksums`.", de: "`checksums` schreiben." },
    SPDX3: {
      en: "Write `verifiedUsing` with a `Hash`.",
      de: "`verifiedUsing` mit einem `Hash` schreiben.",
    },
  },
  read: (component) => component.hash,
};

export const LICENSE: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "component-license",
  title: { en: "License of the component", de: "Lizenz der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `licenses`.", de: "`licenses` schreiben." },
    SPDX: {
      en: "Write `licenseConcluded` or `licenseDeclared`.",
      de: "`licenseConcluded` oder `licenseDeclared` schreiben.",
    },
    SPDX3: {
      en: "Write a relationship `hasConcludedLicense` or `hasDeclaredLicense`.",
      de: "Eine Beziehung `hasConcludedLicense` oder `hasDeclaredLicense` schreiben.",
    },
  },
  read: (component) => component.license,
};

export const DEPENDENCIES: Unclaused<ComponentRule<ComponentView>> = {
  about: "component",
  id: "dependency-relationship",
  title: { en: "Dependency relationship", de: "Abhängigkeitsbeziehung" },
  remedy: {
    CycloneDX: {
      en: "Write an entry in `dependencies` for every component; a leaf has an empty `dependsOn`.",
      de: "Für jede Komponente einen Eintrag in `dependencies` schreiben; ein Blatt hat ein leeres `dependsOn`.",
    },
    SPDX: {
      en: "Write `DEPENDS_ON` or `CONTAINS` relationships that name the package.",
      de: "Beziehungen `DEPENDS_ON` oder `CONTAINS` schreiben, die das Paket nennen.",
    },
    SPDX3: {
      en: "Write `dependsOn` or `contains` relationships that name the package.",
      de: "Beziehungen `dependsOn` oder `contains` schreiben, die das Paket nennen.",
    },
  },
  read: (component) => component.dependencies,
};
