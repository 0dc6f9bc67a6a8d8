/** QR codes for print: where a logo appears on paper, a code leads to the status page (SCS-0004, regulation 6). */
import { encode } from "uqr";

import { failure, success, type Result } from "#core/base/result.ts";
import { escapeXml } from "#core/base/xml/escape-xml.ts";
import { cleanBadgeText } from "./badge-text.ts";

/** Why a text has no code. */
export interface QrFailure {
  readonly reason: "too-long";
  readonly limit: number;
}

/** Longer addresses make codes that phones no longer read from a flyer. */
const MAX_CHARACTERS = 500;

/** Light modules around the code, without which it is not found (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4;

/** The modules of a code, row by row; true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** The modules of a text's code. A quarter may be damaged (error correction Q), because print gets scratched. */
export function encodeQr(text: string): Result<QrModules, QrFailure> {
  if (text.length > MAX_CHARACTERS) return failure({ reason: "too-long", limit: MAX_CHARACTERS });
  return success(encode(text, { ecc: "Q", border: QUIET_ZONE, boostEcc: true }).data);
}

/** A code as SVG in black on white, with `title` for screen readers; the same modules give the same bytes. */
export function drawQr(modules: QrModules, title: string): string {
  const size = modules.length;
  const label = escapeXml(cleanBadgeText(title));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 4}" height="${size * 4}" role="img" aria-label="${label}" shape-rendering="crispEdges">`,
    `<title>${label}</title>`,
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`,
    `<path d="${modules.flatMap(drawRow).join("")}"/>`,
    "</svg>",
  ].join("");
}

/** Neighboring dark modules as one rectangle, so that no hairline shows between them. */
function drawRow(row: readonly boolean[], y: number): readonly string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    const length = x + 1 - start;
    runs.push(`M${start} ${y}h${length}v1h-${length}z`);
  }
  return runs;
}
