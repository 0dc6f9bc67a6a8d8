/**
 * Filling polygons with smooth edges. Every edge adds the area that it covers of each pixel to a buffer, from which the
 * coverage is summed up row by row: exact for polygons that do not cross themselves, and in one pass.
 */
import type { Polygon } from "./outlines.ts";

/** A picture of 8 bits per channel: red, green, blue, opacity. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** A transparent picture. */
export function createPicture(width: number, height: number): Picture {
  return { width, height, pixels: new Uint8Array(width * height * 4) };
}

/**
 * Fills areas with a color, `#rrggbb`. Each area is a list of polygons, in which holes turn the other way round. Where
 * areas overlap, the color is put on once: the pieces of a line make one line.
 */
export function fillAreas(picture: Picture, areas: readonly (readonly Polygon[])[], color: string, opacity = 1): void {
  const { width, height } = picture;
  const coverage = new Float32Array(width * height);
  // Two columns more: an edge on the right border writes behind it.
  const stride = width + 2;
  const buffer = new Float32Array(stride * height);
  let [top, bottom] = [height, 0];
  for (const polygons of areas) {
    const box = addPolygons(buffer, stride, picture, polygons);
    for (let row = box.top; row < box.bottom; row += 1) sumRow(buffer, row * stride, coverage, row * width, box);
    [top, bottom] = [Math.min(top, box.top), Math.max(bottom, box.bottom)];
  }
  paintPixels(picture, coverage, top * width, bottom * width, color, opacity);
}

/** Pixels from `left` and `top` to before `right` and `bottom`. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Adds the edges of polygons to the buffer; the pixels that they may cover. */
function addPolygons(
  buffer: Float32Array,
  stride: number,
  { width, height }: Picture,
  polygons: readonly Polygon[],
): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  const clip = (x: number) => Math.max(0, Math.min(width, x));
  for (const polygon of polygons) {
    for (let at = 0; at < polygon.length; at += 2) {
      const next = (at + 2) % polygon.length;
      const [x0, y0] = [clip(polygon[at] ?? 0), polygon[at + 1] ?? 0];
      left = Math.min(left, x0);
      right = Math.max(right, x0);
      top = Math.min(top, y0);
      bottom = Math.max(bottom, y0);
      addEdge(buffer, stride, height, x0, y0, clip(polygon[next] ?? 0), polygon[next + 1] ?? 0);
    }
  }
  const [first, last] = [Math.max(0, Math.floor(top)), Math.min(height, Math.ceil(bottom))];
  return { left: Math.floor(left), top: first, right: Math.min(width, Math.ceil(right) + 1), bottom: last };
}

/** Sums a row of the buffer up to coverage, and leaves the row empty for the next area. */
function sumRow(buffer: Float32Array, from: number, coverage: Float32Array, to: number, { left, right }: Box): void {
  let sum = 0;
  for (let column = left; column < right; column += 1) {
    sum += buffer[from + column] ?? 0;
    coverage[to + column] = Math.max(coverage[to + column] ?? 0, Math.min(1, Math.abs(sum)));
  }
  buffer.fill(0, from + left, from + right + 2);
}

/** Adds what an edge covers to its right: to the pixel it crosses the part, to the next one the rest. */
function addEdge(
  buffer: Float32Array,
  stride: number,
  height: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  if (ay === by) return;
  const direction = ay < by ? 1 : -1;
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  const start = Math.max(0, y0);
  let x = x0 + (start - y0) * slope;
  for (let row = Math.floor(start); row < Math.min(height, Math.ceil(y1)); row += 1) {
    const rise = Math.min(row + 1, y1) - Math.max(row, start);
    const next = x + slope * rise;
    addRow(buffer, row * stride, direction * rise, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

/** An edge within one row, from `left` to `right`, that covers `area` of everything to its right. */
function addRow(buffer: Float32Array, offset: number, area: number, left: number, right: number): void {
  const first = Math.floor(left);
  const add = (column: number, value: number): void => {
    buffer[offset + column] = (buffer[offset + column] ?? 0) + value;
  };
  if (right <= first + 1) {
    const share = (left + right) / 2 - first;
    add(first, area * (1 - share));
    add(first + 1, area * share);
    return;
  }
  const perPixel = area / (right - left);
  let covered = 0;
  for (let column = first; column < right; column += 1) {
    const [from, to] = [Math.max(left, column), Math.min(right, column + 1)];
    const passed = (from - left) * perPixel;
    const here = (to - from) * perPixel;
    // Up to here the edge has turned `passed`; half of what it turns in this pixel lies left of its middle.
    const total = passed + here * (column + 1 - (from + to) / 2);
    add(column, total - covered);
    covered = total;
  }
  add(Math.ceil(right), area - covered);
}

function paintPixels(
  { pixels }: Picture,
  coverage: Float32Array,
  first: number,
  last: number,
  color: string,
  opacity: number,
): void {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  for (let pixel = first; pixel < last; pixel += 1) {
    const alpha = (coverage[pixel] ?? 0) * opacity;
    // Less than half a step of 8 bits: rounding errors of the sums, too.
    if (alpha < 1 / 512) continue;
    const at = pixel * 4;
    const under = (pixels[at + 3] ?? 0) / 255;
    const over = alpha + under * (1 - alpha);
    const mix = (value: number, below: number) => Math.round((value * alpha + below * under * (1 - alpha)) / over);
    pixels[at] = mix(red, pixels[at] ?? 0);
    pixels[at + 1] = mix(green, pixels[at + 1] ?? 0);
    pixels[at + 2] = mix(blue, pixels[at + 2] ?? 0);
    pixels[at + 3] = Math.round(over * 255);
  }
}
