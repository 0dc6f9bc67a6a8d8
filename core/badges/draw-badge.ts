import { escapeXml } from "#core/base/xml/escape-xml.ts";
import type { AreaShape, Drawing, LineShape, Shape, TextShape } from "./drawing.ts";
import type { BadgeFace, Tone } from "./face.ts";
import { layoutBar } from "./layout-bar.ts";
import { layoutSeal } from "./layout-seal.ts";
import { paletteOf, type ColorRole, type Theme } from "./palette.ts";
import { BAR_STYLES, type StyleName } from "./styles.ts";

/** How a badge is drawn. */
export interface BadgeOptions {
  /** Default: `flat`. */
  readonly style?: StyleName;
  /** Default: `light`. */
  readonly theme?: Theme;
}

/** Verdana where it is installed; DejaVu Sans is its equal on Linux, Geneva on old Macs. Without kerning and ligatures: widths are summed up. */
const FONT_FAMILY = "Verdana,'DejaVu Sans',Geneva,sans-serif";

/**
 * Draws a badge as SVG: the same face gives the same bytes, without ids, so that any number of badges share a page.
 * Screen readers hear `label: message`; words, icon and color all say the same.
 */
export function drawBadge(face: BadgeFace, { style = "flat", theme = "light" }: BadgeOptions = {}): string {
  return drawingToSvg(layoutBadge(face, style), theme);
}

/** The shapes of a badge. */
export function layoutBadge(face: BadgeFace, style: StyleName): Drawing {
  return style === "seal" ? layoutSeal(face) : layoutBar(face, BAR_STYLES[style]);
}

/** Writes an attribute that gives a shape its color. */
type Painter = (property: "fill" | "stroke", role: ColorRole) => string;

function drawingToSvg({ width, height, tone, title, shapes }: Drawing, theme: Theme): string {
  const label = escapeXml(title);
  const paint = theme === "auto" ? paintByClass(tone) : paintIn(paletteOf(tone, theme));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    theme === "auto" ? automaticStyle(tone, shapes) : "",
    `<g font-family="${FONT_FAMILY}" text-rendering="geometricPrecision" style="font-kerning:none;font-variant-ligatures:none">`,
    ...shapes.map((shape) => drawShape(shape, paint)),
    "</g></svg>",
  ].join("");
}

function drawShape(shape: Shape, paint: Painter): string {
  switch (shape.shape) {
    case "area":
      return drawArea(shape, paint);
    case "line":
      return drawLine(shape, paint);
    case "text":
      return drawText(shape, paint);
  }
}

function drawArea({ d, color, opacity }: AreaShape, paint: Painter): string {
  return `<path ${paint("fill", color)}${opacity === undefined ? "" : ` opacity="${opacity}"`} d="${d}"/>`;
}

function drawLine({ d, color, width, x, y, scale }: LineShape, paint: Painter): string {
  const moved = x === 0 && y === 0 && scale === 1 ? "" : ` transform="translate(${x} ${y})${scaling(scale)}"`;
  const line = `${paint("stroke", color)} stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path fill="none" ${line}${moved} d="${d}"/>`;
}

function scaling(scale: number): string {
  return scale === 1 ? "" : ` scale(${scale})`;
}

/** `textLength` pins the width whatever font the viewer has; isolation keeps right-to-left text within its half. */
function drawText({ text, x, y, width, fontSize, weight, letterSpacing, color }: TextShape, paint: Painter): string {
  const bold = weight === "bold" ? ' font-weight="bold"' : "";
  const spacing = letterSpacing === 0 ? "" : ` letter-spacing="${letterSpacing}"`;
  const place = `x="${x}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${paint("fill", color)} font-size="${fontSize}"${bold}${spacing} ${place} direction="ltr" unicode-bidi="isolate">${escapeXml(text)}</text>`;
}

function paintIn(palette: Readonly<Record<ColorRole, string>>): Painter {
  return (property, role) => `${property}="${palette[role]}"`;
}

/**
 * Classes begin with `stele-` and name the tone, so that they meet neither others nor those of another badge where badges
 * stand in a page's own markup.
 */
function paintByClass(tone: Tone): Painter {
  return (property, role) => `class="${className(property, role, tone)}"`;
}

function className(property: "fill" | "stroke", role: ColorRole, tone: Tone): string {
  return `stele-${property}-${role === "tone" ? tone : role}`;
}

function automaticStyle(tone: Tone, shapes: readonly Shape[]): string {
  const rules = (theme: "light" | "dark") => {
    const palette = paletteOf(tone, theme);
    const used = shapes.map(({ shape, color }) => {
      const property = shape === "line" ? "stroke" : "fill";
      return `.${className(property, color, tone)}{${property}:${palette[color]}}`;
    });
    return [...new Set(used)].join("");
  };
  return `<style>${rules("light")}@media(prefers-color-scheme:dark){${rules("dark")}}</style>`;
}
