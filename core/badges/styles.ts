import type { Icon, Tone } from "./face.ts";

/** How a style draws a badge; all lengths in pixels. */
export interface BadgeStyle {
  readonly height: number;
  readonly cornerRadius: number;
  readonly fontSize: number;
  /** Distance of the baseline from the upper edge. */
  readonly baseline: number;
  /** Room left and right of each text. */
  readonly padding: number;
  /** Side of the icon's square. */
  readonly iconSize: number;
  /** Room between icon and message. */
  readonly iconGap: number;
  readonly fontWeight: "normal" | "bold";
}

/** The styles of `?style=`. */
export const BADGE_STYLES = {
  flat: {
    height: 20,
    cornerRadius: 3,
    fontSize: 11,
    baseline: 14,
    padding: 6,
    iconSize: 12,
    iconGap: 4,
    fontWeight: "normal",
  },
} as const satisfies Readonly<Record<string, BadgeStyle>>;

/** White text on any of these has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3); a test computes it. */
export const TONE_COLORS: Readonly<Record<Tone, string>> = {
  good: "#146c43",
  caution: "#8a5300",
  bad: "#b02a37",
  neutral: "#5c636a",
};

/** Behind the label. */
export const LABEL_COLOR = "#343a40";
/** Of both texts and the icon. */
export const TEXT_COLOR = "#ffffff";

/** Icons as strokes in a square of 12 by 12. */
export const ICON_PATHS: Readonly<Record<Icon, string>> = {
  check: "M2 6.5 4.8 9.3 10 3.2",
  cross: "M3 3l6 6M9 3l-6 6",
  hourglass: "M3 1.5h6M3 10.5h6M3.8 1.5c0 3.5 4.4 5 4.4 9M8.2 1.5c0 3.5-4.4 5-4.4 9",
  dots: "M2 6h.5M5.75 6h.5M9.5 6h.5",
  question: "M3.6 4.2c0-3 4.8-3 4.8 0 0 2-2.4 1.7-2.4 3.6M6 10.2v.3",
};
