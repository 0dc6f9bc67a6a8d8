import type { ComponentKind } from "#core/sboms/profiles/bsi/bsi-view.ts";

import { COMPLETE } from "./complete-document.ts";
import { COMPLETE_SPDX3, idOf, placeOf } from "./complete-spdx3.ts";

/** One change to a complete document that breaks one rule. */
export interface Violation {
  readonly ruleId: string;
  /** The kind of the component that breaks it; undefined for rules about the document. */
  readonly kind?: ComponentKind;
  /** What is wrong, for the name of the fixture. */
  readonly what: string;
  /** JSON pointer of the change. */
  readonly pointer: string;
  /** The new value; undefined takes the member away. */
  readonly value?: unknown;
  /** Where the rule sees it, if not at the pointer. */
  readonly place?: string;
}

/** The hash of no data at all. */
const HASH_OF_NOTHING =
  "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";
const SHORT_HASH = "ab".repeat(32);

const PRODUCT = "/metadata/component";
const ENGINE = "/components/0";
const HOST = "/components/1";
const MODULE = "/components/2";

type Row = readonly [
  ruleId: string,
  kind: ComponentKind | "document",
  what: string,
  pointer: string,
  value?: unknown,
  place?: string,
];

function toViolations(rows: readonly Row[]): readonly Violation[] {
  return rows.map(([ruleId, kind, what, pointer, value, place]) => ({
    ruleId,
    ...(kind === "document" ? {} : { kind }),
    what,
    pointer,
    value,
    ...(place === undefined ? {} : { place }),
  }));
}

const CYCLONEDX: readonly Row[] = [
  ["format", "document", "too-old", "", { bomFormat: "CycloneDX", specVersion: "1.5", version: 1 }, "/specVersion"],
  ["sbom-creator", "document", "missing", "/metadata/manufacturer", undefined, ""],
  ["sbom-creator", "document", "name-only", "/metadata/manufacturer/contact", undefined, ""],
  ["sbom-timestamp", "document", "missing", "/metadata/timestamp", undefined, ""],
  ["no-vulnerabilities", "document", "listed", "/vulnerabilities", [{ id: "CVE-2026-0001" }], "/vulnerabilities/0"],
  ["level-of-detail", "document", "no-subject", PRODUCT, undefined, ""],
  ["level-of-detail", "document", "unreached", "/dependencies/0/dependsOn", ["engine", "host"], MODULE],
  ["component-creator", "logical", "missing", `${PRODUCT}/manufacturer`, undefined, PRODUCT],
  ["component-creator", "full", "name-only", `${ENGINE}/manufacturer/url`, [], ENGINE],
  ["component-creator", "full", "no-url", `${ENGINE}/manufacturer/url/0`, "somewhere"],
  ["component-creator", "identified", "missing", `${HOST}/manufacturer`, undefined, HOST],
  ["component-creator", "referenced", "missing", `${MODULE}/manufacturer`, undefined, MODULE],
  ["component-name", "logical", "empty", `${PRODUCT}/name`, "", PRODUCT],
  ["component-name", "full", "blank", `${ENGINE}/name`, " ", ENGINE],
  ["component-name", "identified", "empty", `${HOST}/name`, "", HOST],
  ["component-name", "referenced", "empty", `${MODULE}/name`, "", MODULE],
  ["component-version", "logical", "missing", `${PRODUCT}/version`, undefined, PRODUCT],
  ["component-version", "full", "unknown", `${ENGINE}/version`, "unknown"],
  ["component-version", "identified", "missing", `${HOST}/version`, undefined, HOST],
  ["component-version", "referenced", "empty", `${MODULE}/version`, "", MODULE],
  ["component-filename", "full", "missing", `${ENGINE}/properties/0`, undefined, ENGINE],
  ["component-filename", "full", "path", `${ENGINE}/properties/0/value`, "lib/engine.tar.gz"],
  [
    "component-filename",
    "full",
    "twice",
    `${ENGINE}/properties/4`,
    { name: "bsi:component:filename", value: "b" },
    `${ENGINE}/properties/4/value`,
  ],
  ["component-dependencies", "logical", "no-entry", `${PRODUCT}/bom-ref`, "renamed", PRODUCT],
  ["component-dependencies", "full", "no-entry", "/dependencies/1", undefined, ENGINE],
  [
    "component-dependencies",
    "full",
    "dangling",
    "/dependencies/1/dependsOn",
    ["nothing"],
    "/dependencies/1/dependsOn/0",
  ],
  ["component-dependencies", "full", "no-completeness", "/compositions/0/dependencies", ["product"], ENGINE],
  ["component-dependencies", "logical", "no-completeness", "/compositions/0/dependencies", undefined, PRODUCT],
  ["component-dependencies", "logical", "completeness-not-said", "/compositions/0/aggregate", "not_specified"],
  ["distribution-licenses", "logical", "missing", `${PRODUCT}/licenses/0`, undefined, PRODUCT],
  ["distribution-licenses", "full", "not-concluded", `${ENGINE}/licenses/0/acknowledgement`, undefined, ENGINE],
  ["distribution-licenses", "full", "noassertion", `${ENGINE}/licenses/0/expression`, "NOASSERTION"],
  ["distribution-licenses", "full", "none-in-expression", `${ENGINE}/licenses/0/expression`, "MIT OR NONE"],
  ["distribution-licenses", "full", "no-expression", `${ENGINE}/licenses/0/expression`, "MIT, BSD"],
  ["distribution-licenses", "full", "not-listed", `${ENGINE}/licenses/0/expression`, "House-License"],
  ["distribution-licenses", "full", "no-entity", `${ENGINE}/licenses/0/expression`, "LicenseRef-house"],
  [
    "distribution-licenses",
    "full",
    "free-text",
    `${ENGINE}/licenses`,
    [{ license: { name: "House", acknowledgement: "concluded" } }],
    `${ENGINE}/licenses/0/license/name`,
  ],
  ["deployable-hash", "full", "missing", `${ENGINE}/externalReferences/0`, undefined, ENGINE],
  [
    "deployable-hash",
    "full",
    "other-algorithm",
    `${ENGINE}/externalReferences/0/hashes`,
    [{ alg: "SHA-256", content: SHORT_HASH }],
    ENGINE,
  ],
  ["deployable-hash", "full", "too-short", `${ENGINE}/externalReferences/0/hashes/0/content`, SHORT_HASH],
  ["deployable-hash", "full", "of-nothing", `${ENGINE}/externalReferences/0/hashes/0/content`, HASH_OF_NOTHING],
  ["executable-property", "full", "missing", `${ENGINE}/properties/1`, undefined, ENGINE],
  ["executable-property", "full", "no-word", `${ENGINE}/properties/1/value`, "true"],
  ["archive-property", "full", "missing", `${ENGINE}/properties/2`, undefined, ENGINE],
  ["archive-property", "full", "no-word", `${ENGINE}/properties/2/value`, "no"],
  ["structured-property", "full", "missing", `${ENGINE}/properties/3`, undefined, ENGINE],
  ["structured-property", "full", "no-word", `${ENGINE}/properties/3/value`, "firmware"],
  ["source-uri", "full", "no-url", `${ENGINE}/externalReferences/1/url`, "src/engine"],
  ["deployable-uri", "full", "no-url", `${ENGINE}/externalReferences/0/url`, "engine.tar.gz"],
  ["unique-identifiers", "logical", "no-purl", `${PRODUCT}/purl`, "generic/product"],
  ["unique-identifiers", "full", "no-cpe", `${ENGINE}/cpe`, "cpe:2.3:a:example:engine"],
  ["unique-identifiers", "identified", "no-purl", `${HOST}/purl`, "host"],
  ["original-licenses", "logical", "no-expression", `${PRODUCT}/licenses/1/expression`, "Apache 2"],
  ["original-licenses", "full", "none", `${ENGINE}/licenses/1/expression`, "NONE"],
  ["effective-license", "logical", "not-listed", `${PRODUCT}/properties/1/value`, "free"],
  ["effective-license", "full", "not-listed", `${ENGINE}/properties/4/value`, "free"],
  ["source-hash", "full", "of-nothing", `${ENGINE}/externalReferences/1/hashes/0/content`, HASH_OF_NOTHING],
  ["security-txt", "logical", "no-url", `${PRODUCT}/externalReferences/0/url`, "security.txt"],
  ["security-txt", "full", "no-url", `${ENGINE}/externalReferences/2/url`, "not a url"],
  ["bom-reference", "referenced", "no-url", `${MODULE}/externalReferences/0/url`, "module.json"],
];

const EXPRESSION = "simplelicensing_licenseExpression";
const PURPOSES = placeOf("engine-file", "software_additionalPurpose");

/** A file beside the one that is delivered already. */
const SECOND_FILE = {
  ...COMPLETE_SPDX3["@graph"].find((one) => "spdxId" in one && one.spdxId === idOf("engine-file")),
  spdxId: idOf("second-file"),
};
/** An element behind the last one of the graph. */
const NEXT = `/@graph/${COMPLETE_SPDX3["@graph"].length}`;

const SPDX3: readonly Row[] = [
  ["format", "document", "too-old", "/@graph/0/specVersion", "3.0.0"],
  ["sbom-creator", "document", "name-only", placeOf("maker", "externalIdentifier"), undefined, ""],
  ["sbom-creator", "document", "no-email", placeOf("maker", "externalIdentifier/0/identifier"), "maker at example.org"],
  ["sbom-creator", "document", "not-in-document", "/@graph/0/createdBy", [idOf("nobody")], ""],
  ["sbom-uri", "document", "no-uri", placeOf("sbom", "spdxId"), "sbom:of the product"],
  [
    "no-vulnerabilities",
    "document",
    "listed",
    NEXT,
    { type: "security_Vulnerability", spdxId: idOf("CVE-2026-0001"), creationInfo: "_:info" },
  ],
  ["level-of-detail", "document", "no-subject", placeOf("sbom", "rootElement"), [idOf("nothing")], ""],
  ["level-of-detail", "document", "unreached", placeOf("r-product", "to"), [idOf("engine")], placeOf("module")],
  ["component-creator", "logical", "missing", placeOf("product", "originatedBy"), undefined, placeOf("product")],
  ["component-creator", "full", "missing", placeOf("engine", "originatedBy"), undefined, placeOf("engine")],
  [
    "component-creator",
    "full",
    "no-url",
    placeOf("engine-project", "externalIdentifier/0/identifier"),
    "somewhere",
    placeOf("engine"),
  ],
  ["component-creator", "identified", "missing", placeOf("host", "originatedBy"), undefined, placeOf("host")],
  ["component-creator", "referenced", "missing", placeOf("module", "originatedBy"), undefined, placeOf("module")],
  ["component-name", "logical", "missing", placeOf("product", "name"), undefined, placeOf("product")],
  ["component-name", "full", "blank", placeOf("engine", "name"), " ", placeOf("engine")],
  ["component-name", "identified", "missing", placeOf("host", "name"), undefined, placeOf("host")],
  ["component-name", "referenced", "missing", placeOf("module", "name"), undefined, placeOf("module")],
  [
    "component-version",
    "logical",
    "missing",
    placeOf("product", "software_packageVersion"),
    undefined,
    placeOf("product"),
  ],
  ["component-version", "full", "unknown", placeOf("engine", "software_packageVersion"), "NOASSERTION"],
  [
    "component-version",
    "identified",
    "missing",
    placeOf("host", "software_packageVersion"),
    undefined,
    placeOf("host"),
  ],
  ["component-version", "referenced", "empty", placeOf("module", "software_packageVersion"), "", placeOf("module")],
  ["component-filename", "full", "no-file", placeOf("r-file"), undefined, placeOf("engine")],
  ["component-filename", "full", "missing", placeOf("engine-file", "name"), undefined, placeOf("engine")],
  ["component-filename", "full", "path", placeOf("engine-file", "name"), "lib/engine.tar.gz"],
  ["component-filename", "full", "file-list-open", placeOf("r-file", "completeness"), "incomplete"],
  ["component-filename", "full", "file-list-silent", placeOf("r-file", "completeness"), undefined, placeOf("r-file")],
  [
    "component-filename",
    "full",
    "twice",
    placeOf("r-file", "to"),
    [idOf("engine-file"), SECOND_FILE],
    `${placeOf("r-file", "to")}/1/name`,
  ],
  [
    "component-dependencies",
    "logical",
    "missing",
    placeOf("r-product", "relationshipType"),
    "hasTest",
    placeOf("product"),
  ],
  ["component-dependencies", "full", "missing", placeOf("r-engine"), undefined, placeOf("engine")],
  ["component-dependencies", "full", "dangling", placeOf("r-engine", "to/0"), idOf("nothing")],
  [
    "component-dependencies",
    "full",
    "no-completeness",
    placeOf("r-engine", "completeness"),
    undefined,
    placeOf("engine"),
  ],
  [
    "component-dependencies",
    "logical",
    "no-completeness",
    placeOf("r-product", "completeness"),
    undefined,
    placeOf("product"),
  ],
  ["distribution-licenses", "logical", "missing", placeOf("r-product-concluded"), undefined, placeOf("product")],
  ["distribution-licenses", "full", "missing", placeOf("r-engine-concluded"), undefined, placeOf("engine")],
  [
    "distribution-licenses",
    "full",
    "noassertion",
    placeOf("r-engine-concluded", "to/0"),
    "expandedlicensing_NoAssertionLicense",
  ],
  ["distribution-licenses", "full", "none", placeOf("r-engine-concluded", "to/0"), "expandedlicensing_NoneLicense"],
  ["distribution-licenses", "full", "no-expression", placeOf("mit-or-apache", EXPRESSION), "MIT, BSD"],
  ["distribution-licenses", "full", "not-listed", placeOf("mit-or-apache", EXPRESSION), "House-License"],
  ["distribution-licenses", "full", "no-entity", placeOf("mit-or-apache", EXPRESSION), "LicenseRef-house"],
  [
    "distribution-licenses",
    "full",
    "free-text",
    placeOf("r-engine-concluded", "to/0"),
    {
      type: "simplelicensing_SimpleLicensingText",
      spdxId: idOf("house"),
      creationInfo: "_:info",
      name: "House",
      simplelicensing_licenseText: "Do as at home.",
    },
    placeOf("r-engine-concluded", "to/0/name"),
  ],
  ["deployable-hash", "full", "missing", placeOf("engine-file", "verifiedUsing"), undefined, placeOf("engine")],
  ["deployable-hash", "full", "no-file", placeOf("r-file"), undefined, placeOf("engine")],
  [
    "deployable-hash",
    "full",
    "other-algorithm",
    placeOf("engine-file", "verifiedUsing/0"),
    { type: "Hash", algorithm: "sha256", hashValue: SHORT_HASH },
    placeOf("engine"),
  ],
  ["deployable-hash", "full", "too-short", placeOf("engine-file", "verifiedUsing/0/hashValue"), SHORT_HASH],
  ["deployable-hash", "full", "of-nothing", placeOf("engine-file", "verifiedUsing/0/hashValue"), HASH_OF_NOTHING],
  ["executable-property", "full", "no-file", placeOf("r-file"), undefined, placeOf("engine")],
  ["archive-property", "full", "no-file", placeOf("r-file"), undefined, placeOf("engine")],
  ["structured-property", "full", "missing", PURPOSES, ["archive"], placeOf("engine")],
  ["structured-property", "full", "both", PURPOSES, ["container", "firmware"], `${PURPOSES}/1`],
  ["source-uri", "full", "no-url", placeOf("engine-source", "externalRef/0/locator/0"), "src/engine"],
  ["deployable-uri", "full", "no-url", placeOf("engine-file", "externalRef/0/locator/0"), "engine.tar.gz"],
  ["unique-identifiers", "logical", "no-purl", placeOf("product", "software_packageUrl"), "generic/product"],
  [
    "unique-identifiers",
    "full",
    "no-cpe",
    placeOf("engine", "externalIdentifier/0/identifier"),
    "cpe:2.3:a:example:engine",
  ],
  ["unique-identifiers", "identified", "no-purl", placeOf("host", "software_packageUrl"), "host"],
  [
    "original-licenses",
    "logical",
    "none",
    placeOf("r-product-declared", "to/0"),
    "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoneLicense",
  ],
  ["original-licenses", "full", "not-listed", placeOf("mit", EXPRESSION), "free"],
  ["effective-license", "logical", "no-expression", placeOf("apache", EXPRESSION), "Apache 2"],
  ["effective-license", "full", "not-listed", placeOf("mit", EXPRESSION), "free"],
  ["source-hash", "full", "of-nothing", placeOf("engine-source", "verifiedUsing/0/hashValue"), HASH_OF_NOTHING],
  ["security-txt", "logical", "no-url", placeOf("product", "externalRef/0/locator/0"), "security.txt"],
  ["security-txt", "full", "no-url", placeOf("engine", "externalRef/0/locator/0"), "not a url"],
  ["bom-reference", "referenced", "no-url", placeOf("module-sbom", "externalRef/0/locator/0"), "module.json"],
];

/** A format with its complete document and what breaks it. */
export interface FormatCases {
  readonly folder: string;
  readonly complete: unknown;
  readonly violations: readonly Violation[];
  /** Rules that no document breaks which the schema accepts. */
  readonly unbreakable: readonly string[];
}

/** Both paths of the guideline. */
export const FORMATS: readonly FormatCases[] = [
  {
    folder: "cyclonedx-1.7",
    complete: COMPLETE,
    violations: toViolations(CYCLONEDX),
    // The schema refuses every serial number that is no UUID.
    unbreakable: ["sbom-uri"],
  },
  {
    folder: "spdx-3.0.1",
    complete: COMPLETE_SPDX3,
    violations: toViolations(SPDX3),
    // The schema wants an instant. Purposes that are not there are denials; whether the file is there other rules say.
    unbreakable: ["sbom-timestamp"],
  },
];
