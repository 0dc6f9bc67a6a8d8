/** The picture that chat programs and social networks show of a link. Only what does not change with the day stands in it. */
import { measureText, type Drawing, type Shape, type TextShape } from "#core/badges/drawing.ts";

/** What a preview says. */
export interface PreviewText {
  /** `SCS-0100 v3 · IaaS · Standard`. */
  readonly eyebrow: string;
  readonly title: string;
  /** Who publishes. */
  readonly foot: string;
}

/** 1200 by 630 pixels at twice the size, as the networks want it (ogp.me). */
export const PREVIEW_SCALE = 2;
const WIDTH = 600;
const HEIGHT = 315;
const MARGIN = 40;
const ROOM = WIDTH - 2 * MARGIN;

/** Sizes of the title, the largest that fits first. */
const TITLE_SIZES = [38, 32, 27, 23] as const;
const MAX_TITLE_LINES = 4;
const TITLE_TOP = 112;
const TITLE_ROOM = 140;
const LINE_HEIGHT = 1.22;

/** Lays out a preview; the same text always gives the same drawing. */
export function layoutPreview({ eyebrow, title, foot }: PreviewText): Drawing {
  const { lines, fontSize } = fitTitle(title);
  const shapes: Shape[] = [
    { shape: "area", d: rectangle(0, 0, WIDTH, HEIGHT), color: "paper" },
    { shape: "area", d: rectangle(0, 0, 10, HEIGHT), color: "tone" },
    slab(MARGIN, 34, 2.2),
    textShape(cut(eyebrow, 15, "normal", ROOM - 50), {
      x: MARGIN + 50,
      y: 58,
      fontSize: 15,
      weight: "normal",
      color: "quiet",
    }),
    ...lines.map((line, index) =>
      textShape(line, {
        x: MARGIN,
        y: TITLE_TOP + fontSize + index * fontSize * LINE_HEIGHT,
        fontSize,
        weight: "bold",
        color: "ink",
      }),
    ),
    { shape: "area", d: rectangle(MARGIN, HEIGHT - 58, ROOM, 1), color: "quiet" },
    textShape(cut(foot, 15, "normal", ROOM), {
      x: MARGIN,
      y: HEIGHT - 30,
      fontSize: 15,
      weight: "normal",
      color: "quiet",
    }),
  ];
  return { width: WIDTH, height: HEIGHT, tone: "fair", title, shapes };
}

type Look = Pick<TextShape, "x" | "y" | "fontSize" | "weight" | "color">;

function textShape(text: string, look: Look): TextShape {
  return { shape: "text", text, letterSpacing: 0, width: widthOf(text, look.fontSize, look.weight), ...look };
}

function widthOf(text: string, fontSize: number, weight: TextShape["weight"]): number {
  return measureText(text, { fontSize, weight, letterSpacing: 0 });
}

/** The largest size in which the title fits; a title that never does is cut at the smallest. */
function fitTitle(title: string): { readonly lines: readonly string[]; readonly fontSize: number } {
  for (const fontSize of TITLE_SIZES) {
    const lines = breakLines(title, fontSize);
    const isLow = lines.length <= MAX_TITLE_LINES && lines.length * fontSize * LINE_HEIGHT <= TITLE_ROOM;
    if (isLow && lines.every((line) => widthOf(line, fontSize, "bold") <= ROOM)) return { lines, fontSize };
  }
  const fontSize = TITLE_SIZES.at(-1) ?? 0;
  const lines = breakLines(title, fontSize);
  const kept = lines.slice(0, MAX_TITLE_LINES);
  const last = lines.length > kept.length ? `${kept.at(-1) ?? ""} …` : (kept.at(-1) ?? "");
  return { fontSize, lines: [...kept.slice(0, -1), last].map((line) => cut(line, fontSize, "bold", ROOM)) };
}

/** Longest title that is read, in UTF-16 code units: what is behind it could not be shown. */
const MAX_TITLE_LENGTH = 300;

function breakLines(title: string, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of title
    .slice(0, MAX_TITLE_LENGTH)
    .toWellFormed()
    .split(/\s+/)
    .filter((one) => one !== "")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(joined, fontSize, "bold") > ROOM) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

function cut(text: string, fontSize: number, weight: TextShape["weight"], room: number): string {
  const characters = Array.from(text.slice(0, MAX_TITLE_LENGTH).toWellFormed());
  if (widthOf(characters.join(""), fontSize, weight) <= room) return characters.join("");
  while (characters.length > 0 && widthOf(`${characters.join("")}…`, fontSize, weight) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;
}

/** The mark of Stele, as in site/parts/frame/slab.tsx. */
function slab(x: number, y: number, scale: number): Shape {
  const point = (left: number, top: number): string => `${x + left * scale} ${y + top * scale}`;
  const stone = `M${point(4, 3.5)}L${point(12, 1)}L${point(12, 13.5)}L${point(4, 13.5)}Z`;
  const foot = `M${point(2, 14.5)}L${point(14, 14.5)}L${point(14, 16)}L${point(2, 16)}Z`;
  return { shape: "area", d: stone + foot, color: "tone" };
}
