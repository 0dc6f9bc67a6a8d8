/** The seal: an upright slab, as communities carve their laws on it, with a medallion that says how things stand. */
import { cleanBadgeText } from "./badge-text.ts";
import { measureText, roundedRectangle, type Drawing, type LineShape, type Shape, type TextShape } from "./drawing.ts";
import { levelAndLayer, type BadgeFace, type SealLines } from "./face.ts";
import { ICON_GRID, ICON_PATHS, ICON_STROKE } from "./icons.ts";
import { SEAL_HEIGHT } from "./styles.ts";
import { titleOf } from "./title.ts";

const WIDTH = 180;
const CENTER = WIDTH / 2;
/** Room for text between the edges. */
const TEXT_WIDTH = 148;
/** Smaller letters are no longer read; the rest of the text is cut. */
const MIN_FONT_SIZE = 8;

const MEDALLION = { x: CENTER, y: 40, radius: 29 };
const RING = circle(MEDALLION.radius + 7);
const DISK = circle(MEDALLION.radius);
const ICON_SCALE = 3;
/** The slab stands on a plinth; its upper edge runs behind the medallion. */
const SLAB = roundedRectangle(9, 40, WIDTH - 18, 176, [16, 16, 0, 0]);
const INNER_LINE = roundedRectangle(15, 46, WIDTH - 30, 164, [11, 11, 0, 0]);
const PLINTH = roundedRectangle(1, 216, WIDTH - 2, 14, [2, 2, 4, 4]);
const BAND = roundedRectangle(9, 154, WIDTH - 18, 28, [0, 0, 0, 0]);

/** Lays out a face as a seal: level, layer, version, how it stands, until when. */
export function layoutSeal(face: BadgeFace): Drawing {
  const lines = face.seal ?? linesOf(face);
  const half = (ICON_GRID * ICON_SCALE) / 2;
  const icon = { x: MEDALLION.x - half, y: MEDALLION.y - half, scale: ICON_SCALE };
  const shapes: Shape[] = [
    { shape: "area", d: SLAB, color: "paper" },
    { ...outline(INNER_LINE), width: 0.8 },
    outline(SLAB),
    { shape: "area", d: PLINTH, color: "tone" },
    { shape: "area", d: RING, color: "paper" },
    outline(RING),
    { shape: "area", d: DISK, color: "tone" },
    { shape: "line", d: ICON_PATHS[face.icon], color: "toneText", width: ICON_STROKE * 0.9, ...icon },
    ...line(lines.level, { y: 103, fontSize: 12, weight: "normal", letterSpacing: 0.4, color: "quiet" }),
    ...line(lines.layer, { y: 128, fontSize: 23, weight: "bold", letterSpacing: 0, color: "ink" }),
    ...line(lines.version, { y: 145, fontSize: 12, weight: "normal", letterSpacing: 0, color: "ink" }),
    { shape: "area", d: BAND, color: "tone" },
    ...line(lines.word, { y: 172.5, fontSize: 13, weight: "bold", letterSpacing: 0.6, color: "toneText" }),
    ...line(lines.detail, { y: 201, fontSize: 11, weight: "normal", letterSpacing: 0, color: "ink" }),
  ];
  return { width: WIDTH, height: SEAL_HEIGHT, tone: face.tone, title: sealTitle(face, lines), shapes };
}

function circle(radius: number): string {
  const { x, y } = MEDALLION;
  return roundedRectangle(x - radius, y - radius, 2 * radius, 2 * radius, [radius, radius, radius, radius]);
}

function outline(d: string): LineShape {
  return { shape: "line", d, color: "tone", width: 2.5, x: 0, y: 0, scale: 1 };
}

/** A face of one line, such as the one of an SBOM, on a seal. */
function linesOf({ label, message }: BadgeFace): SealLines {
  return { ...levelAndLayer(label), version: "", word: message, detail: "" };
}

function sealTitle(face: BadgeFace, { detail }: SealLines): string {
  const title = titleOf(face);
  return detail === "" || face.message.includes(detail) ? title : `${title}, ${cleanBadgeText(detail)}`;
}

type Font = Pick<TextShape, "y" | "fontSize" | "weight" | "letterSpacing" | "color">;

/** A centered line: set smaller where it is long, cut where that is not enough. */
function line(words: string, font: Font): readonly TextShape[] {
  const clean = cleanBadgeText(words);
  if (clean === "") return [];
  const natural = measureText(clean, font);
  const fontSize = natural <= TEXT_WIDTH ? font.fontSize : shrink(font.fontSize * (TEXT_WIDTH / natural));
  const fitted = cutTo(clean, { ...font, fontSize });
  const width = measureText(fitted, { ...font, fontSize });
  return [{ shape: "text", text: fitted, ...font, fontSize, width, x: (WIDTH - width) / 2 }];
}

function shrink(fontSize: number): number {
  return Math.max(MIN_FONT_SIZE, Math.floor(fontSize * 2) / 2);
}

function cutTo(text: string, font: Font): string {
  let characters = Array.from(text);
  if (measureText(text, font) <= TEXT_WIDTH) return text;
  while (characters.length > 1 && measureText(`${characters.join("")}…`, font) > TEXT_WIDTH) {
    characters = characters.slice(0, -1);
  }
  return `${characters.join("").trimEnd()}…`;
}
