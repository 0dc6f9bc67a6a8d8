/** What the purl specification says about its types, as data (package-url/purl-spec, `types/*-definition.json`). */
import { table, type Table } from "#core/base/table.ts";
import type { Purl } from "./purl.ts";

/** A part whose letters are lower case in the canonical form. */
type FoldedPart = "namespace" | "name" | "version";

/** The rules of one type; what is not mentioned is free. */
export interface PurlTypeRules {
  readonly namespace?: "required" | "prohibited";
  readonly folds?: readonly FoldedPart[];
  /** Keys that must be there, with a value. */
  readonly requiredQualifiers?: readonly string[];
  readonly namePattern?: RegExp;
  readonly versionPattern?: RegExp;
  /** Rewrites the folded name into its canonical form. */
  readonly normalizeName?: (name: string, purl: Purl) => string;
  /** The namespace is one segment, the name is the rest of the path. */
  readonly hasPathName?: boolean;
  /** What no other field can say: a fault in words. */
  readonly check?: (purl: Purl) => string | undefined;
}

const REQUIRED: PurlTypeRules = { namespace: "required" };
const PROHIBITED: PurlTypeRules = { namespace: "prohibited" };
const FOLDED: PurlTypeRules = { folds: ["namespace", "name"] };

/** Hosts whose paths do not tell upper from lower case. */
const CASELESS_HOSTS = new Set(["github", "github.com", "bitbucket.org"]);

/**
 * Rules by type; unknown types are free, as new ones appear all the time. `golang` is free too: its definition requires a namespace,
 * but modules such as `go.opencensus.io` have one segment only.
 */
export const PURL_TYPES: Table<PurlTypeRules> = table({
  alpm: { ...REQUIRED, ...FOLDED },
  apk: { ...REQUIRED, ...FOLDED },
  bazel: PROHIBITED,
  bitbucket: { ...REQUIRED, ...FOLDED },
  bitnami: { ...PROHIBITED, folds: ["name"] },
  brew: FOLDED,
  cargo: PROHIBITED,
  "chrome-extension": {
    ...PROHIBITED,
    folds: ["name"],
    namePattern: /^[a-p]{32}$/,
    versionPattern: /^\d+(?:\.\d+){0,3}$/,
  },
  cocoapods: PROHIBITED,
  composer: { ...REQUIRED, ...FOLDED },
  conan: { check: checkConan },
  conda: PROHIBITED,
  cpan: { check: checkCpan },
  cran: PROHIBITED,
  deb: { ...REQUIRED, ...FOLDED },
  gem: PROHIBITED,
  git: { ...REQUIRED, hasPathName: true, normalizeName: foldOnCaselessHost },
  github: { ...REQUIRED, ...FOLDED },
  hackage: PROHIBITED,
  hex: FOLDED,
  huggingface: { ...REQUIRED, folds: ["version"] },
  julia: { ...PROHIBITED, requiredQualifiers: ["uuid"] },
  luarocks: FOLDED,
  maven: REQUIRED,
  mlflow: { ...PROHIBITED, normalizeName: foldOnDatabricks },
  nuget: PROHIBITED,
  oci: { ...PROHIBITED, folds: ["name", "version"] },
  opam: PROHIBITED,
  otp: { ...PROHIBITED, folds: ["name"] },
  pub: { ...PROHIBITED, folds: ["name"], normalizeName: (name) => name.replace(/[^a-z0-9_]/g, "_") },
  pypi: { ...PROHIBITED, folds: ["name", "version"], normalizeName: (name) => name.replaceAll("_", "-") },
  qpkg: { ...REQUIRED, folds: ["namespace"] },
  rpm: { ...REQUIRED, folds: ["namespace"] },
  swid: { requiredQualifiers: ["tag_id"] },
  swift: REQUIRED,
  vcpkg: PROHIBITED,
  "vscode-extension": { ...REQUIRED, folds: ["namespace", "name", "version"] },
  yocto: { folds: ["namespace"] },
});

/** A channel or a user without each other names no package of Conan 1. */
function checkConan({ namespace, qualifiers }: Purl): string | undefined {
  if (namespace === undefined && qualifiers.has("channel")) return "a Conan channel needs a namespace";
  if (namespace !== undefined && qualifiers.size === 0) return "a Conan namespace needs qualifiers such as `channel`";
  return undefined;
}

function checkCpan({ namespace, name }: Purl): string | undefined {
  if (name.includes("::")) return "the name is that of a module; write the distribution, with `-` for `::`";
  if (namespace !== undefined && namespace !== namespace.toUpperCase()) return "a CPAN author is written in upper case";
  return undefined;
}

function foldOnCaselessHost(name: string, { namespace = "" }: Purl): string {
  return CASELESS_HOSTS.has(namespace.toLowerCase()) ? name.toLowerCase() : name;
}

/** Model names are caseless on Databricks, elsewhere not. */
function foldOnDatabricks(name: string, { qualifiers }: Purl): string {
  return (qualifiers.get("repository_url") ?? "").includes("databricks") ? name.toLowerCase() : name;
}
