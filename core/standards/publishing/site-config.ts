import type { Finding } from "#core/base/finding.ts";
import { readYaml, type YamlOrigin, type YamlReading } from "#core/base/yaml/read-yaml.ts";
import { validate, type TreeConfigFile } from "#schemas/compiled/tree-config.js";

import checkConfigSchema from "../../../schemas/check-config.schema.json" with { type: "json" };
import treeConfigSchema from "../../../schemas/tree-config.schema.json" with { type: "json" };
import { configFaults, layoutFaults, toConfigFinding } from "./config-faults.ts";
import { SCS_REDIRECTS, type Redirect } from "./redirects.ts";
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
  /** Where the site is: `https://standards.example`, without trailing slash. Reports of checks link to its pages. */
  readonly address?: string;
  /** Address of the source repository, without trailing slash. */
  readonly repository?: string;
  /** Shown on every page, for example that the content is a demonstration. */
  readonly notice?: string;
  /** Words that badges may bear instead of the scope's name (`?label=`). */
  readonly badgeLabels?: readonly string[];
  /** IANA name of the zone whose calendar decides what is in force. */
  readonly timeZone: string;
  /** How many days before its end a certificate can be renewed (default: 60). */
  readonly renewalWindowDays?: number;
  readonly tracks: readonly Track[];
  /** Addresses of the past. */
  readonly redirects: readonly Redirect[];
}

/** The configuration of a tree: `stele.config.yaml`, or the defaults where it is absent. */
export interface TreeConfig {
  readonly site: SiteConfig;
  readonly layouts: readonly TreeLayout[];
}

/** The name of the configuration file at the root of a tree. */
export const TREE_CONFIG_PATH = "stele.config.yaml";

/** The schema with the one that it refers to in its place. */
const SCHEMA = { ...treeConfigSchema, properties: { ...treeConfigSchema.properties, check: checkConfigSchema } };

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
    redirects: SCS_REDIRECTS,
  },
  layouts: KNOWN_LAYOUTS,
};

/** How findings about `stele.config.yaml` name themselves. */
export const TREE_CONFIG_ORIGIN: YamlOrigin = {
  path: TREE_CONFIG_PATH,
  rule: "config",
  source: { clause: "Stele, stele.config.yaml" },
  schema: SCHEMA,
};

/**
 * Reads `stele.config.yaml` as its schema has it. Names that lead nowhere are findings too, and hinder nothing; `paths` are all
 * files of the tree (default: not known).
 */
export function readTreeConfigFile(text: string, paths?: readonly string[]): YamlReading<TreeConfigFile> {
  const read = readYaml(text, validate, TREE_CONFIG_ORIGIN);
  const { value, placeAt } = read;
  if (value === undefined) return read;
  const lines = text.split("\n");
  const faults = [...configFaults(value), ...(paths === undefined ? [] : layoutFaults(value, paths))].map((fault) => {
    const place = placeAt(fault.pointer);
    // The name of a severity stands before its value, in the same line.
    const line = lines[place.start.line - 1] ?? "";
    const column = fault.meant === undefined ? -1 : line.indexOf(fault.meant.written);
    const before = lines.slice(0, place.start.line - 1).join("\n").length + (place.start.line > 1 ? 1 : 0);
    return toConfigFinding(fault, place, text, before + Math.max(0, column));
  });
  return { ...read, findings: faults };
}

/**
 * What `stele.config.yaml` says about the site. Faults are findings, and the defaults stand in for what could not be read,
 * so that a mistake in the configuration never hides the documents.
 */
export function parseTreeConfig(
  text: string,
  paths?: readonly string[],
): { readonly config: TreeConfig; readonly findings: readonly Finding[] } {
  const { value, findings } = readTreeConfigFile(text, paths);
  return { config: value === undefined ? DEFAULT_TREE_CONFIG : fromFile(value), findings };
}

function fromFile({ site = {}, layout, tracks, redirects = SCS_REDIRECTS, certification }: TreeConfigFile): TreeConfig {
  const { timezone, badge_labels: badgeLabels, ...given } = site;
  const renewalWindowDays = certification?.renewal_window_days;
  return {
    site: {
      ...DEFAULT_TREE_CONFIG.site,
      ...given,
      ...(badgeLabels === undefined ? {} : { badgeLabels }),
      ...(timezone === undefined || !isTimeZone(timezone) ? {} : { timeZone: timezone }),
      ...(renewalWindowDays === undefined ? {} : { renewalWindowDays }),
      tracks: tracks?.map((track) => ({ description: "", ...track })) ?? DEFAULT_TRACKS,
      redirects,
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
