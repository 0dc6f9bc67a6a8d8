import type { Icon } from "./face.ts";

/** Side of the square that icons are drawn in. */
export const ICON_GRID = 12;
/** Width of their strokes, with round ends. */
export const ICON_STROKE = 1.6;

/** A circle as four curves around a center. */
function ring(x: number, y: number, radius: number): string {
  const k = Math.round(radius * 552.3) / 1000;
  const r = radius;
  return [
    `M${x + r} ${y}`,
    `C${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r}`,
    `C${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y}`,
    `C${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r}`,
    `C${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y}Z`,
  ].join("");
}

/** Icons as strokes; absolute M, L, C and Z only, which the rasterizer reads too. */
export const ICON_PATHS: Readonly<Record<Icon, string>> = {
  rosette: `${ring(6, 6, 5)}M3.7 6.2L5.4 7.9L8.4 4.4`,
  check: "M1.8 6.6L4.7 9.5L10.2 2.9",
  waves: "M1.8 4.6C3.2 2.9 4.6 2.9 6 4.3C7.4 5.7 8.8 5.7 10.2 4M1.8 8.4C3.2 6.7 4.6 6.7 6 8.1C7.4 9.5 8.8 9.5 10.2 7.8",
  triangle: "M6 1.4L11 10.4L1 10.4ZM6 4.9L6 6.9M6 8.6L6 8.7",
  archive: "M1.3 1.8L10.7 1.8L10.7 4.4L1.3 4.4ZM2.2 4.4L2.2 10.4L9.8 10.4L9.8 4.4M4.8 6.9L7.2 6.9",
  cross: "M2.6 2.6L9.4 9.4M9.4 2.6L2.6 9.4",
  dots: "M1.9 6L2 6M5.95 6L6.05 6M10 6L10.1 6",
  hourglass: "M2.8 1.2L9.2 1.2M2.8 10.8L9.2 10.8M3.7 1.2C3.7 4.8 8.3 7.2 8.3 10.8M8.3 1.2C8.3 4.8 3.7 7.2 3.7 10.8",
  pause: "M4 2.4L4 9.6M8 2.4L8 9.6",
  barred: `${ring(6, 6, 5)}M2.5 2.5L9.5 9.5`,
  star: "M6 1.2L7.5 4.4L11 4.8L8.4 7.2L9.1 10.7L6 9L2.9 10.7L3.6 7.2L1 4.8L4.5 4.4Z",
  circle: ring(6, 6, 4.4),
  question: "M3.5 4.1C3.5 0.5 8.5 0.5 8.5 4C8.5 6.2 6 5.8 6 7.8M6 10.3L6 10.4",
  plug: "M4.2 1.2L4.2 3.6M7.8 1.2L7.8 3.6M2.4 3.6L9.6 3.6C9.6 6.4 8.6 7.8 6 7.8C3.4 7.8 2.4 6.4 2.4 3.6M6 7.8L6 10.8",
};
