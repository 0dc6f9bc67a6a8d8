/** How the styles of `?style=` draw a badge of one line; all lengths in pixels. */
export interface BarStyle {
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
  /** Of the message; labels are never bold. */
  readonly messageWeight: "normal" | "bold";
  /** Room after each letter. */
  readonly letterSpacing: number;
  readonly isUppercase: boolean;
  /** Lighter upper half, darker lower edge. */
  readonly isGlossy: boolean;
}

const FLAT: BarStyle = {
  height: 20,
  cornerRadius: 3,
  fontSize: 11,
  baseline: 14,
  padding: 6,
  iconSize: 12,
  iconGap: 4,
  messageWeight: "normal",
  letterSpacing: 0,
  isUppercase: false,
  isGlossy: false,
};

/** Styles of one line. */
export const BAR_STYLES = {
  flat: FLAT,
  "flat-square": { ...FLAT, cornerRadius: 0 },
  plastic: { ...FLAT, height: 18, cornerRadius: 4, baseline: 13, isGlossy: true },
  "for-the-badge": {
    ...FLAT,
    height: 28,
    cornerRadius: 0,
    fontSize: 10,
    baseline: 17.5,
    padding: 10,
    iconGap: 6,
    messageWeight: "bold",
    letterSpacing: 1.25,
    isUppercase: true,
  },
} as const satisfies Readonly<Record<string, BarStyle>>;

/** Height of the style `seal`. */
export const SEAL_HEIGHT = 232;

/** The styles of `?style=`. */
export type StyleName = keyof typeof BAR_STYLES | "seal";
export const STYLE_NAMES: readonly StyleName[] = [...(Object.keys(BAR_STYLES) as (keyof typeof BAR_STYLES)[]), "seal"];
