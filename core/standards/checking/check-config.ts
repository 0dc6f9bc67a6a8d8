import { parseDocument } from "yaml";

import { fileNameOf } from "../documents/document-id.ts";
import type { Finding } from "#core/base/finding.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";
import { validate, type CheckConfig } from "#schemas/compiled/check-config.js";

import { DEFAULT_SETTINGS, type CheckSettings, type TrackSettings } from "./check-settings.ts";
import type { MarkdownStyle } from "./markdown-style.ts";
import { PROFILES } from "./profiles/index.ts";
import { GOOD_PRACTICE } from "../rules/parts/sources.ts";

/** A finding that the community accepts, with its reason. */
export interface Ignore {
  readonly rule: string;
  /** Path inside the tree with `*` and `**` (default: every file). */
  readonly path?: string;
  readonly reason: string;
  /** Where the configuration says so. */
  readonly place: Finding["place"];
}

/** What a configuration file says about checking. */
export interface CheckConfiguration {
  readonly settings: CheckSettings;
  readonly ignores: readonly Ignore[];
  /** How Markdown is written (default: markdownlint's rules and the typography of the SCS). */
  readonly style?: MarkdownStyle;
  /** What is wrong with the configuration itself. */
  readonly findings: readonly Finding[];
}

/** The name of the configuration file at the root of a tree. */
export const CONFIG_FILE = "stele.config.yaml";

/** The configuration of a tree without configuration file. */
export const DEFAULT_CONFIGURATION: CheckConfiguration = { settings: DEFAULT_SETTINGS, ignores: [], findings: [] };

const SOURCE = GOOD_PRACTICE;

/**
 * Reads `check` and `tracks` of a `stele.config.yaml`. Faults are findings and the defaults stand in, so that a mistake in
 * the configuration never hides the documents. The other sections are read by whoever publishes.
 */
export function readCheckConfig(text: string, path: string = CONFIG_FILE): CheckConfiguration {
  const lines = createLineIndex(text);
  const yaml = parseDocument(text, { prettyErrors: false });
  const fault = (message: string, start: number, end: number): Finding => ({
    ruleId: "config",
    severity: "error",
    message,
    place: { path, start: lines.positionAt(start), end: lines.positionAt(end) },
    source: SOURCE,
  });
  const syntax = yaml.errors[0];
  if (syntax !== undefined) {
    const message = `${fileNameOf(path)} is not YAML: ${syntax.message.split("\n", 1)[0] ?? ""}`;
    return { ...DEFAULT_CONFIGURATION, findings: [fault(message, ...syntax.pos)] };
  }
  const rangeOf = (keys: readonly (string | number)[]): [number, number] => {
    const node: unknown = yaml.getIn(keys, true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    return range === undefined ? [0, 0] : [range[0], range[1]];
  };
  let root: unknown;
  try {
    root = yaml.toJS({ maxAliasCount: 100 });
  } catch {
    return { ...DEFAULT_CONFIGURATION, findings: [fault("The configuration resolves too many aliases.", 0, 0)] };
  }
  const { check = {}, tracks } = (typeof root === "object" && root !== null ? root : {}) as Record<string, unknown>;
  if (!validate(check)) {
    const findings = (validate.errors ?? []).slice(0, 20).map((error) => {
      const keys = ["check", ...error.instancePath.split("/").slice(1)];
      const extra = error.params["additionalProperty"];
      const detail = typeof extra === "string" ? `: \`${extra}\`` : "";
      return fault(`\`${keys.join(".")}\` ${error.message ?? "is not valid"}${detail}.`, ...rangeOf(keys));
    });
    return { ...DEFAULT_CONFIGURATION, findings };
  }
  const ignores = (check.ignores ?? []).map((ignore, index) => {
    const [start, end] = rangeOf(["check", "ignores", index]);
    return { ...ignore, place: { path, start: lines.positionAt(start), end: lines.positionAt(end) } };
  });
  return { settings: toSettings(check, tracks), ignores, findings: [] };
}

function toSettings(check: CheckConfig, tracks: unknown): CheckSettings {
  const declared = Array.isArray(tracks) ? tracks.filter(isTrack) : [];
  return {
    profile: PROFILES[check.profile ?? "practical"],
    severities: check.severities ?? {},
    tracks: declared.length > 0 ? declared.map(toTrack) : DEFAULT_SETTINGS.tracks,
    addresses: { ...DEFAULT_SETTINGS.addresses, ...check.addresses },
    movedAddresses: check.moved ?? DEFAULT_SETTINGS.movedAddresses,
  };
}

function toTrack({ id, digit, approval }: TrackSettings): TrackSettings {
  return typeof approval === "string" ? { id, digit, approval } : { id, digit };
}

function isTrack(value: unknown): value is TrackSettings {
  const { id, digit } = (value ?? {}) as Record<string, unknown>;
  return typeof id === "string" && typeof digit === "number";
}
