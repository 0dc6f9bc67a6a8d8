import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Marks up text for a terminal, or leaves it alone where there is none. */
export type Paint = (format: Format, text: string) => string;

/** Returns a painter; without color it returns every text unchanged. */
export function createPaint(color: boolean): Paint {
  if (!color) return (_format, text) => text;
  // The decision about color is made once, in main.ts; styleText must not second-guess it.
  return (format, text) => styleText(format, text, { validateStream: false });
}

/** What the decision about color depends on. */
export interface ColorSituation {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** Color only on terminals; NO_COLOR (no-color.org) turns it off, FORCE_COLOR turns it on. */
export function wantsColor({ env, isTerminal }: ColorSituation): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0") return true;
  return isTerminal && env["TERM"] !== "dumb";
}
