/**
 * Takes the outlines that badges need out of DejaVu Sans and writes `core/badges/raster/glyphs.ts`:
 *
 *     node tooling/run.mjs tooling/build/badge-glyphs.ts DejaVuSans.ttf DejaVuSans-Bold.ttf
 *
 * Run by hand when the set of characters changes; the result is committed, so that nobody needs the fonts to build.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { GLYPH_CODE_POINTS, GLYPH_UNITS_PER_EM } from "../../core/badges/raster/glyph-set.ts";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}
type Contour = readonly Point[];

const FILE_HEAD = `/**
 * Outlines of DejaVu Sans, made by tooling/build/badge-glyphs.ts; raster/read-glyphs.ts says how to read them. The fonts
 * are (c) Bitstream, Inc. (Bitstream Vera) and in the public domain (DejaVu changes); see LICENSE-DejaVu.txt beside this file.
 */
`;

/** A TrueType font, as far as outlines without hints need it (OpenType, chapters glyf, loca, cmap, hmtx). */
class TrueTypeFont {
  private readonly view: DataView;
  private readonly tables = new Map<string, number>();
  readonly unitsPerEm: number;
  private readonly isLongLoca: boolean;
  private readonly metricsCount: number;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < this.view.getUint16(4); index += 1) {
      const at = 12 + index * 16;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      this.tables.set(tag, this.view.getUint32(at + 8));
    }
    this.unitsPerEm = this.view.getUint16(this.table("head") + 18);
    this.isLongLoca = this.view.getInt16(this.table("head") + 50) === 1;
    this.metricsCount = this.view.getUint16(this.table("hhea") + 34);
  }

  private table(tag: string): number {
    const offset = this.tables.get(tag);
    if (offset === undefined) throw new Error(`The font has no table ${tag}; take a TrueType font.`);
    return offset;
  }

  /** Glyph of a code point, by the segments of cmap format 4; 0 where the font has none. */
  glyphOf(codePoint: number): number {
    const { view } = this;
    const cmap = this.table("cmap");
    for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
      const at = cmap + view.getUint32(cmap + 8 + index * 8);
      if (view.getUint16(at) !== 4) continue;
      const segments = view.getUint16(at + 6) / 2;
      for (let segment = 0; segment < segments; segment += 1) {
        const end = view.getUint16(at + 14 + segment * 2);
        if (codePoint > end) continue;
        const start = view.getUint16(at + 16 + (segments + segment) * 2);
        if (codePoint < start) return 0;
        const delta = view.getUint16(at + 16 + (2 * segments + segment) * 2);
        const rangeAt = at + 16 + (3 * segments + segment) * 2;
        const range = view.getUint16(rangeAt);
        if (range === 0) return (codePoint + delta) & 0xffff;
        const glyph = view.getUint16(rangeAt + range + (codePoint - start) * 2);
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
    }
    return 0;
  }

  advanceOf(glyph: number): number {
    return this.view.getUint16(this.table("hmtx") + Math.min(glyph, this.metricsCount - 1) * 4);
  }

  contoursOf(glyph: number): readonly Contour[] {
    const { view } = this;
    const loca = this.table("loca");
    const offset = (index: number) =>
      this.isLongLoca ? view.getUint32(loca + index * 4) : view.getUint16(loca + index * 2) * 2;
    if (offset(glyph) === offset(glyph + 1)) return [];
    const at = this.table("glyf") + offset(glyph);
    const contours = view.getInt16(at);
    return contours < 0 ? this.compositeAt(at + 10) : this.simpleAt(at + 10, contours);
  }

  private simpleAt(start: number, count: number): readonly Contour[] {
    const { view } = this;
    const ends = Array.from({ length: count }, (_, index) => view.getUint16(start + index * 2));
    const points = (ends.at(-1) ?? -1) + 1;
    let at = start + count * 2;
    at += 2 + view.getUint16(at);
    const flags: number[] = [];
    while (flags.length < points) {
      const flag = view.getUint8(at++);
      const repeats = (flag & 8) === 0 ? 0 : view.getUint8(at++);
      for (let index = 0; index <= repeats; index += 1) flags.push(flag);
    }
    const coordinates = (isShort: number, isSame: number): number[] => {
      let value = 0;
      return flags.map((flag) => {
        if ((flag & isShort) !== 0) value += (flag & isSame) === 0 ? -view.getUint8(at++) : view.getUint8(at++);
        else if ((flag & isSame) === 0) {
          value += view.getInt16(at);
          at += 2;
        }
        return value;
      });
    };
    const xs = coordinates(2, 16);
    const ys = coordinates(4, 32);
    const all = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, isOnCurve: (flag & 1) === 1 }));
    return ends.map((end, index) => all.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
  }

  /** Parts with their places; DejaVu moves, mirrors and scales them. */
  private compositeAt(start: number): readonly Contour[] {
    const { view } = this;
    const parts: Contour[] = [];
    let at = start;
    let flags: number;
    do {
      flags = view.getUint16(at);
      const glyph = view.getUint16(at + 2);
      const isWide = (flags & 1) !== 0;
      const dx = isWide ? view.getInt16(at + 4) : view.getInt8(at + 4);
      const dy = isWide ? view.getInt16(at + 6) : view.getInt8(at + 5);
      at += isWide ? 8 : 6;
      const scale = (): number => {
        at += 2;
        return view.getInt16(at - 2) / 16_384;
      };
      let [a, b, c, d] = [1, 0, 0, 1];
      if ((flags & 8) !== 0) a = d = scale();
      else if ((flags & 0x40) !== 0) [a, d] = [scale(), scale()];
      else if ((flags & 0x80) !== 0) [a, b, c, d] = [scale(), scale(), scale(), scale()];
      for (const contour of this.contoursOf(glyph)) {
        parts.push(contour.map(({ x, y, isOnCurve }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOnCurve })));
      }
    } while ((flags & 0x20) !== 0);
    return parts;
  }
}

function encodeFont(font: TrueTypeFont): string {
  const bytes: number[] = [];
  const scale = GLYPH_UNITS_PER_EM / font.unitsPerEm;
  const write = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    bytes.push(rest);
  };
  const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
  for (const codePoint of GLYPH_CODE_POINTS) {
    const glyph = font.glyphOf(codePoint);
    write(Math.round(font.advanceOf(glyph) * scale));
    const contours = font.contoursOf(glyph);
    write(contours.length);
    let [x, y] = [0, 0];
    for (const contour of contours) {
      write(contour.length);
      for (const point of contour) {
        const [toX, toY] = [Math.round(point.x * scale), Math.round(point.y * scale)];
        write(zigzag(toX - x) * 2 + (point.isOnCurve ? 1 : 0));
        write(zigzag(toY - y));
        [x, y] = [toX, toY];
      }
    }
  }
  return Buffer.from(bytes).toString("base64");
}

const [regular, bold] = process.argv.slice(2);
if (regular === undefined || bold === undefined) throw new Error("Name two fonts: DejaVuSans.ttf DejaVuSans-Bold.ttf");
const [normalText, boldText] = [regular, bold].map((path) => encodeFont(new TrueTypeFont(readFileSync(path))));
const target = join(process.cwd(), "core/badges/raster/glyphs.ts");
writeFileSync(
  target,
  `${FILE_HEAD}export const GLYPHS = {\n  normal:\n    "${normalText}",\n  bold: "${boldText}",\n} as const;\n`,
);
