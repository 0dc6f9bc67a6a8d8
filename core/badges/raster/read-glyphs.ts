import { GLYPH_CODE_POINTS, GLYPH_UNITS_PER_EM } from "./glyph-set.ts";
import { GLYPHS } from "./glyphs.ts";
import type { Polygon } from "./outlines.ts";

/** A letter at size 1, with its base point at the origin and y downwards. */
export interface Glyph {
  /** How far the next letter is. */
  readonly advance: number;
  readonly contours: readonly Polygon[];
}

/** Stands for every character without an outline. */
const REPLACEMENT = 0xfffd;
const CURVE_STEPS = 4;

const fonts = new Map<string, ReadonlyMap<number, Glyph>>();

/** The outline of a character; that of U+FFFD where there is none. Marks and joiners that stand alone take no room. */
export function glyphOf(character: string, weight: "normal" | "bold"): Glyph {
  const font = fonts.get(weight) ?? readFont(GLYPHS[weight]);
  fonts.set(weight, font);
  const known = font.get(character.codePointAt(0) ?? 0) ?? font.get(character.normalize("NFC").codePointAt(0) ?? 0);
  if (known !== undefined) return known;
  if (/[\p{M}\p{Cf}]/u.test(character)) return { advance: 0, contours: [] };
  return font.get(REPLACEMENT) ?? { advance: 0, contours: [] };
}

/** Numbers of seven bits per byte; coordinates as differences, with the sign in the lowest bit (see badge-glyphs.ts). */
function readFont(base64: string): ReadonlyMap<number, Glyph> {
  const bytes = atob(base64);
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
  const glyphs = new Map<number, Glyph>();
  for (const codePoint of GLYPH_CODE_POINTS) {
    const advance = read() / GLYPH_UNITS_PER_EM;
    const contours: Polygon[] = [];
    let [x, y] = [0, 0];
    for (let left = read(); left > 0; left -= 1) {
      const points = Array.from({ length: read() }, () => {
        const first = read();
        x += signed(first >> 1);
        y += signed(read());
        return { x: x / GLYPH_UNITS_PER_EM, y: -y / GLYPH_UNITS_PER_EM, isOnCurve: first % 2 === 1 };
      });
      contours.push(flattenContour(points));
    }
    glyphs.set(codePoint, { advance, contours });
  }
  return glyphs;
}

interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

/** TrueType: between two points beside the curve lies one on it, halfway. */
function flattenContour(points: readonly ContourPoint[]): Polygon {
  const onCurve = points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    if (point.isOnCurve || next.isOnCurve) return [point];
    return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOnCurve: true }];
  });
  const start = onCurve.findIndex(({ isOnCurve }) => isOnCurve);
  const ordered = [...onCurve.slice(start), ...onCurve.slice(0, start)];
  const polygon: number[] = [];
  ordered.forEach((point, index) => {
    if (point.isOnCurve) {
      polygon.push(point.x, point.y);
      return;
    }
    const before = ordered[index - 1] ?? point;
    const after = ordered[(index + 1) % ordered.length] ?? point;
    for (let step = 1; step < CURVE_STEPS; step += 1) {
      const t = step / CURVE_STEPS;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
      polygon.push(a * before.x + b * point.x + c * after.x, a * before.y + b * point.y + c * after.y);
    }
  });
  return polygon;
}
