import { cleanBadgeText, escapeXml } from "./badge-text.ts";
import type { BadgeFace } from "./face.ts";
import { BADGE_STYLES, ICON_PATHS, LABEL_COLOR, TEXT_COLOR, TONE_COLORS, type BadgeStyle } from "./styles.ts";
import { textWidth } from "./text-width.ts";

/** Verdana where it is installed; DejaVu Sans is its equal on Linux, Geneva on old Macs. */
const FONT_FAMILY = "Verdana,'DejaVu Sans',Geneva,sans-serif";

/** A text with its place on the badge. */
interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/**
 * Draws a badge as SVG: the same face gives the same bytes, without ids, so that any number of badges share a page.
 * Screen readers hear `label: message`; words, icon and color all say the same.
 */
export function drawBadge(face: BadgeFace, style: BadgeStyle = BADGE_STYLES.flat): string {
  const { height, padding, iconSize, iconGap } = style;
  const label = placeText(cleanBadgeText(face.label), padding, style);
  const labelWidth = label.width + 2 * padding;
  const message = placeText(cleanBadgeText(face.message), labelWidth + padding + iconSize + iconGap, style);
  const width = message.x + message.width + padding;
  const title = escapeXml(`${label.text}: ${message.text}`);
  const iconY = (height - iconSize) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<path fill="${LABEL_COLOR}" d="${leftHalf(labelWidth, style)}"/>`,
    `<path fill="${TONE_COLORS[face.tone]}" d="${rightHalf(labelWidth, width, style)}"/>`,
    `<path transform="translate(${labelWidth + padding} ${iconY}) scale(${iconSize / 12})" fill="none" stroke="${TEXT_COLOR}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" d="${ICON_PATHS[face.icon]}"/>`,
    `<g fill="${TEXT_COLOR}" font-family="${FONT_FAMILY}" font-size="${style.fontSize}" font-weight="${style.fontWeight}" text-rendering="geometricPrecision">`,
    drawText(label, style),
    drawText(message, style),
    "</g></svg>",
  ].join("");
}

function placeText(text: string, x: number, { fontSize }: BadgeStyle): PlacedText {
  return { text, x, width: Math.ceil((textWidth(text) * fontSize) / 1000) };
}

/** `textLength` pins the width whatever font the viewer has; isolation keeps right-to-left text within its half. */
function drawText({ text, x, width }: PlacedText, { baseline }: BadgeStyle): string {
  const length = width === 0 ? "" : ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${x}" y="${baseline}"${length} direction="ltr" unicode-bidi="isolate">${escapeXml(text)}</text>`;
}

function leftHalf(width: number, { height, cornerRadius: r }: BadgeStyle): string {
  return `M${r} 0H${width}V${height}H${r}A${r} ${r} 0 0 1 0 ${height - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`;
}

function rightHalf(from: number, to: number, { height, cornerRadius: r }: BadgeStyle): string {
  return `M${from} 0H${to - r}A${r} ${r} 0 0 1 ${to} ${r}V${height - r}A${r} ${r} 0 0 1 ${to - r} ${height}H${from}Z`;
}
