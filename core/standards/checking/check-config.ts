import type { Finding } from "#core/base/finding.ts";
import { readMapping } from "#core/base/yaml/read-mapping.ts";
import { validate, type CheckConfig } from "#schemas/compiled/check-config.js";

import { DEFAULT_SETTINGS, type CheckSettings, type TrackSettings } from "./check-settings.ts";
import type { MarkdownStyle } from "./markdown-style.ts";
import { PROFILES } from "./profiles/index.ts";
import { readTreeConfigFile, TREE_CONFIG_ORIGIN } from "../publishing/site-config.ts";

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

/** The configuration of a tree without configuration file. */
export const DEFAULT_CONFIGURATION: CheckConfiguration = { settings: DEFAULT_SETTINGS, ignores: [], findings: [] };

/**
 * Reads `check` and `tracks` of a `stele.config.yaml`. Findings are those of the whole file, as a slip outside `check` (a
 * layout that is not there) misleads a check as well; the defaults stand in only for what `check` does not say rightly, so
 * that a mistake in the configuration never hides the documents. `paths` are all files of the tree (default: not known).
 */
export function readCheckConfig(text: string, paths?: readonly string[]): CheckConfiguration {
  const { value, findings, placeAt } = readTreeConfigFile(text, paths);
  const { check = {}, tracks } = value ?? readMapping(text, TREE_CONFIG_ORIGIN);
  if (!validate(check)) return { ...DEFAULT_CONFIGURATION, findings };
  const ignores = (check.ignores ?? []).map((ignore, index) => {
    const { path, start, end } = placeAt(`/check/ignores/${index}`);
    return { ...ignore, place: { path, start, end } };
  });
  return { settings: toSettings(check, tracks), ignores, findings };
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
