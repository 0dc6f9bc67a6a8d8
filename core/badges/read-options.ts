import { THEMES, type Theme } from "./palette.ts";
import { STYLE_NAMES, type StyleName } from "./styles.ts";
import { LANGUAGES, type Language } from "./words.ts";

/** What the query of a badge asks for. */
export interface RequestedBadge {
  readonly style: StyleName;
  readonly theme: Theme;
  readonly language: Language;
  /** The text left of the message; undefined for the name of the scope, empty for none. */
  readonly label: string | undefined;
  /** Pixels per unit of a raster image: 1, 2 or 3. */
  readonly scale: number;
}

/** Longer labels are cut before they are looked at. */
const MAX_LABEL_CHARACTERS = 400;
const SCALES = ["1x", "2x", "3x"] as const;

/**
 * Reads `?style= theme= lang= label= size=`. A value that is not known counts as not given: an image with a mistake in its
 * address is still an image.
 */
export function readBadgeOptions(query: { get(name: string): string | null }): RequestedBadge {
  return {
    style: oneOf(STYLE_NAMES, query.get("style")) ?? "flat",
    theme: oneOf(THEMES, query.get("theme")) ?? "light",
    language: oneOf(LANGUAGES, query.get("lang")) ?? "en",
    label: query.get("label")?.slice(0, MAX_LABEL_CHARACTERS),
    scale: SCALES.indexOf(oneOf(SCALES, query.get("size")) ?? "1x") + 1,
  };
}

/** The query that asks for a badge; empty for the usual one, defaults are left out. */
export function badgeQuery({ style, theme, language, label, scale }: Partial<RequestedBadge>): string {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["style", style === "flat" ? undefined : style],
    ["theme", theme === "light" ? undefined : theme],
    ["lang", language === "en" ? undefined : language],
    ["label", label],
    ["size", scale === undefined || scale === 1 ? undefined : `${scale}x`],
  ];
  const given = pairs.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return given.length === 0 ? "" : `?${given.join("&")}`;
}

function oneOf<Name extends string>(names: readonly Name[], value: string | null): Name | undefined {
  return names.find((name) => name === value);
}
