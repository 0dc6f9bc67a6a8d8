/** A badge as a list of shapes, from which both its forms are made: SVG text and pixels. */
import type { Tone } from "./face.ts";
import type { ColorRole } from "./palette.ts";
import { textWidth } from "./text-width.ts";

/** A closed area; `d` is an SVG path of absolute M, L, C and Z. */
export interface AreaShape {
  readonly shape: "area";
  readonly d: string;
  readonly color: ColorRole;
  /** From 0 to 1 (default: 1). */
  readonly opacity?: number;
}

/** A line with round ends, moved and scaled. */
export interface LineShape {
  readonly shape: "line";
  readonly d: string;
  readonly color: ColorRole;
  /** Before scaling. */
  readonly width: number;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A text on one line; `width` pins its length whatever font the viewer has. */
export interface TextShape {
  readonly shape: "text";
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  readonly weight: "normal" | "bold";
  readonly letterSpacing: number;
  readonly color: ColorRole;
}

export type Shape = AreaShape | LineShape | TextShape;

/** A badge, drawn; lengths in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
  /** What screen readers hear. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** Room that a text takes, in whole pixels. */
export function measureText(text: string, font: Pick<TextShape, "fontSize" | "weight" | "letterSpacing">): number {
  const { fontSize, weight, letterSpacing } = font;
  const letters = letterSpacing === 0 ? 0 : Array.from(text).length;
  return Math.ceil((textWidth(text, weight) * fontSize) / 1000 + letterSpacing * letters);
}

/** A rectangle with rounded corners: upper left, upper right, lower right, lower left. */
export function roundedRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  [a, b, c, d]: readonly [number, number, number, number],
): string {
  // Control points that make a quarter of a circle out of a curve.
  const near = (radius: number) => Math.round(radius * 448) / 1000;
  const [right, bottom] = [x + width, y + height];
  const corner = (radius: number, curve: string) => (radius === 0 ? "" : curve);
  return [
    `M${x + a} ${y}L${right - b} ${y}`,
    corner(b, `C${right - near(b)} ${y} ${right} ${y + near(b)} ${right} ${y + b}`),
    `L${right} ${bottom - c}`,
    corner(c, `C${right} ${bottom - near(c)} ${right - near(c)} ${bottom} ${right - c} ${bottom}`),
    `L${x + d} ${bottom}`,
    corner(d, `C${x + near(d)} ${bottom} ${x} ${bottom - near(d)} ${x} ${bottom - d}`),
    `L${x} ${y + a}`,
    corner(a, `C${x} ${y + near(a)} ${x + near(a)} ${y} ${x + a} ${y}`),
    "Z",
  ].join("");
}
