/** Paths, strokes and letters as polygons, the only thing that is filled. Coordinates in pixels, y downwards. */

/** A closed polygon: x and y in turn. */
export type Polygon = readonly number[];

/** Straight pieces per curve: enough for a circle of a hundred pixels. */
const CURVE_STEPS = 10;
/** Sides of a round line end. */
const CAP_SIDES = 20;

/** The subpaths of an SVG path of absolute M, L, C and Z, as shapes of badges are written. */
export function flattenPath(d: string): readonly { readonly points: Polygon; readonly isClosed: boolean }[] {
  const paths: { points: number[]; isClosed: boolean }[] = [];
  for (const [, command, numbers] of d.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const values = (numbers ?? "")
      .trim()
      .split(/[ ,]+/)
      .filter((text) => text !== "")
      .map(Number);
    const current = paths.at(-1);
    if (command === "M") paths.push({ points: values, isClosed: false });
    else if (current === undefined) continue;
    else if (command === "L") current.points.push(...values);
    else if (command === "C") appendCubic(current.points, values);
    else current.isClosed = true;
  }
  return paths;
}

function appendCubic(points: number[], [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[]): void {
  const [x0 = 0, y0 = 0] = points.slice(-2);
  for (let step = 1; step <= CURVE_STEPS; step += 1) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

/** A line with round ends and joints: every piece as a capsule, all of them turning the same way. */
export function strokePath(d: string, width: number): readonly Polygon[] {
  return flattenPath(d).flatMap(({ points, isClosed }) => {
    const ends = isClosed ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
    const capsules: Polygon[] = [];
    for (let at = 0; at + 3 < ends.length; at += 2) {
      capsules.push(capsule(ends[at] ?? 0, ends[at + 1] ?? 0, ends[at + 2] ?? 0, ends[at + 3] ?? 0, width / 2));
    }
    return capsules;
  });
}

function capsule(x0: number, y0: number, x1: number, y1: number, radius: number): Polygon {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const points: number[] = [];
  for (let side = 0; side <= CAP_SIDES; side += 1) {
    const turn = angle - Math.PI / 2 + (side * Math.PI) / CAP_SIDES;
    points.push(x1 + radius * Math.cos(turn), y1 + radius * Math.sin(turn));
  }
  for (let side = 0; side <= CAP_SIDES; side += 1) {
    const turn = angle + Math.PI / 2 + (side * Math.PI) / CAP_SIDES;
    points.push(x0 + radius * Math.cos(turn), y0 + radius * Math.sin(turn));
  }
  return points;
}

/** Moves and scales a polygon. */
export function place(points: Polygon, x: number, y: number, scale: number): Polygon {
  return points.map((value, index) => value * scale + (index % 2 === 0 ? x : y));
}
