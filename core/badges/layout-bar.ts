import { cleanBadgeText } from "./badge-text.ts";
import { measureText, roundedRectangle, type Drawing, type Shape, type TextShape } from "./drawing.ts";
import type { BadgeFace } from "./face.ts";
import { ICON_GRID, ICON_PATHS, ICON_STROKE } from "./icons.ts";
import type { BarStyle } from "./styles.ts";
import { titleOf } from "./title.ts";

/** Lays out a badge of one line: the label, then icon and message on the color of the news. */
export function layoutBar(face: BadgeFace, style: BarStyle): Drawing {
  const { height, padding, iconSize, iconGap } = style;
  const label = text(face.label, padding, style, "normal", "labelText");
  // Without a label the message stands alone.
  const labelWidth = label.width === 0 ? 0 : label.width + 2 * padding;
  const message = text(face.message, labelWidth + padding + iconSize + iconGap, style, style.messageWeight, "toneText");
  const width = message.x + message.width + padding;
  const scale = iconSize / ICON_GRID;
  const icon = { x: labelWidth + padding, y: (height - iconSize) / 2, scale };
  const shapes: Shape[] = [
    ...halves(labelWidth, width, style),
    ...(style.isGlossy ? gloss(width, style) : []),
    { shape: "line", d: ICON_PATHS[face.icon], color: "toneText", width: ICON_STROKE, ...icon },
    ...[label, message].filter((placed) => placed.width > 0),
  ];
  return { width, height, tone: face.tone, title: titleOf(face), shapes };
}

function text(
  words: string,
  x: number,
  { fontSize, letterSpacing, baseline, isUppercase }: BarStyle,
  weight: TextShape["weight"],
  color: TextShape["color"],
): TextShape {
  const clean = cleanBadgeText(isUppercase ? words.toUpperCase() : words);
  const width = measureText(clean, { fontSize, weight, letterSpacing });
  return { shape: "text", text: clean, x, y: baseline, width, fontSize, weight, letterSpacing, color };
}

function halves(labelWidth: number, width: number, { height, cornerRadius: r }: BarStyle): readonly Shape[] {
  const message = labelWidth === 0 ? ([r, r, r, r] as const) : ([0, r, r, 0] as const);
  return [
    ...(labelWidth === 0
      ? []
      : [{ shape: "area", d: roundedRectangle(0, 0, labelWidth, height, [r, 0, 0, r]), color: "label" } as const]),
    { shape: "area", d: roundedRectangle(labelWidth, 0, width - labelWidth, height, message), color: "tone" },
  ];
}

/** Bands instead of gradients: those would need ids, which several badges on one page would share. */
function gloss(width: number, { height, cornerRadius: r }: BarStyle): readonly Shape[] {
  const half = height / 2;
  return [
    { shape: "area", d: roundedRectangle(0, 0, width, half, [r, r, 0, 0]), color: "shine", opacity: GLOSS },
    { shape: "area", d: roundedRectangle(0, height - r, width, r, [0, 0, r, r]), color: "shade", opacity: 0.14 },
  ];
}

/** How much lighter the upper half of a glossy badge is. */
export const GLOSS = 0.1;
