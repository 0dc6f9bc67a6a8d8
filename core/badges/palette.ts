/** Colors of badges, by what they are for; test/core/badges/contrast.test.ts computes every contrast. */
import type { Tone } from "./face.ts";

/** The themes of `?theme=`; `auto` follows the viewer's system, as far as an image can know it. */
export const THEMES = ["light", "dark", "auto"] as const;
export type Theme = (typeof THEMES)[number];

/** What a color is for. `tone` is the color of the news. */
export type ColorRole = "label" | "labelText" | "tone" | "toneText" | "paper" | "ink" | "quiet" | "shine" | "shade";

/** Colors of one theme, `#rrggbb`. */
export type Palette = Readonly<Record<ColorRole, string>>;

const TONES: Readonly<Record<"light" | "dark", Readonly<Record<Tone, string>>>> = {
  light: { good: "#146c43", fair: "#1f5aa6", caution: "#8a4b00", bad: "#b02a37", neutral: "#555c64" },
  dark: { good: "#6fcf97", fair: "#93bbf4", caution: "#f0b45e", bad: "#f4978f", neutral: "#b4bac2" },
};

const SURFACES = {
  light: {
    label: "#343a40",
    labelText: "#ffffff",
    toneText: "#ffffff",
    paper: "#fcfcfa",
    ink: "#1a1d21",
    quiet: "#565c65",
    shine: "#ffffff",
    shade: "#000000",
  },
  dark: {
    label: "#dfe2e6",
    labelText: "#14171a",
    toneText: "#14171a",
    paper: "#14171a",
    ink: "#e4e6e8",
    quiet: "#a5abb4",
    shine: "#ffffff",
    shade: "#000000",
  },
} as const;

/** The colors of a badge with news of a tone. */
export function paletteOf(tone: Tone, theme: "light" | "dark"): Palette {
  return { ...SURFACES[theme], tone: TONES[theme][tone] };
}
