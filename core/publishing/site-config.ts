import { parseDocument } from "yaml";

import type { Finding } from "#core/finding.ts";
import { createLineIndex } from "#core/text/line-index.ts";
import { validate, type TreeConfigFile } from "#schemas/compiled/tree-config.js";

import { KNOWN_LAYOUTS, type TreeLayout } from "./tree-layout.ts";

/** A group of documents; `digit` is the second digit of its document numbers (SCS-0001, "File naming"). */
export interface Track {
  readonly id: string;
  readonly digit: number;
  readonly description: string;
}

/** What a published site says about itself. */
export interface SiteConfig {
  /** Name of the publishing office, in the top bar. */
  readonly name: string;
  readonly community: string;
  readonly title: string;
  readonly description: string;
  /** Address of the source repository, without trailing slash. */
  readonly repository?: string;
  /** Shown on every page, for example that the content is a demonstration. */
  readonly notice?: string;
  /** IANA name of the zone whose calendar decides what is in force. */
  readonly timeZone: string;
  readonly tracks: readonly Track[];
}

/** The configuration of a tree: `stele.config.yaml`, or the defaults where it is absent. */
export interface TreeConfig {
  readonly site: SiteConfig;
  readonly layouts: readonly TreeLayout[];
}

/** The name of the configuration file at the root of a tree. */
export const TREE_CONFIG_PATH = "stele.config.yaml";

/** The tracks of SCS-0001; a tree may declare others. */
const DEFAULT_TRACKS: readonly Track[] = ["Global", "IaaS", "KaaS", "IAM", "Ops", "Scopes"].map((id, digit) => ({
  id,
  digit,
  description: "",
}));

/** The configuration of a tree that has none. */
export const DEFAULT_TREE_CONFIG: TreeConfig = {
  site: {
    name: "Stele",
    community: "Sovereign Cloud Stack",
    title: "Standards",
    description: "Standards, decisions, certification and bills of materials, published by Stele.",
    timeZone: "Europe/Berlin",
    tracks: DEFAULT_TRACKS,
  },
  layouts: KNOWN_LAYOUTS,
};

const SOURCE = { clause: "Stele, stele.config.yaml" };

/**
 * Reads `stele.config.yaml`. Faults are findings, and the defaults stand in for what could not be read, so that a
 * mistake in the configuration never hides the documents.
 */
export function parseTreeConfig(text: string): { readonly config: TreeConfig; readonly findings: readonly Finding[] } {
  const lines = createLineIndex(text);
  const yaml = parseDocument(text, { prettyErrors: false });
  const at = (start: number, end: number): Finding["place"] => ({
    path: TREE_CONFIG_PATH,
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  });
  const syntax = yaml.errors[0];
  if (syntax !== undefined) {
    const message = `The configuration is not YAML: ${syntax.message}`;
    return {
      config: DEFAULT_TREE_CONFIG,
      findings: [{ ruleId: "config-syntax", severity: "error", message, place: at(...syntax.pos), source: SOURCE }],
    };
  }
  const value: unknown = yaml.toJS({ maxAliasCount: 100 });
  if (validate(value)) return { config: fromFile(value), findings: [] };
  const findings = (validate.errors ?? []).slice(0, 20).map((error): Finding => {
    const keys = error.instancePath.split("/").slice(1);
    const node: unknown = keys.length === 0 ? yaml.contents : yaml.getIn(keys, true);
    const [start, end] = (node as { range?: [number, number, number] } | undefined)?.range ?? [0, 0];
    const extra = (error.params as { additionalProperty?: string }).additionalProperty;
    const message = `\`${error.instancePath || "/"}\` ${error.message ?? "is not valid"}${extra === undefined ? "" : `: \`${extra}\``}`;
    return { ruleId: "config-schema", severity: "error", message, place: at(start, end), source: SOURCE };
  });
  return { config: DEFAULT_TREE_CONFIG, findings };
}

function fromFile({ site = {}, layout, tracks }: TreeConfigFile): TreeConfig {
  const { timezone, ...given } = site;
  return {
    site: {
      ...DEFAULT_TREE_CONFIG.site,
      ...given,
      ...(timezone === undefined || !isTimeZone(timezone) ? {} : { timeZone: timezone }),
      tracks: tracks?.map((track) => ({ description: "", ...track })) ?? DEFAULT_TRACKS,
    },
    layouts: layout === undefined ? KNOWN_LAYOUTS : [layout],
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // RangeError: no such zone
  }
}
