/** Writes the measured verdicts as a page. */
import type { Answer, KindCount, Measured } from "./measure.ts";

const ANSWERS: readonly Answer[] = ["refused", "asked", "asks for less", "asks the same"];
const EXPECTED = {
  more: "asks for more",
  less: "asks for less",
  same: "asks the same",
  asks: "a person can tell",
} as const;

/** The page with precision and recall of each class. */
export function writeReport({ kinds, silent }: Measured, documents: number, seed: number): string {
  const total = kinds.reduce((sum, kind) => sum + sumOf(kind), 0);
  const rows = kinds.map((kind) =>
    line([kind.kind, EXPECTED[kind.expected], ...ANSWERS.map((answer) => String(kind.answers[answer]))]),
  );
  return `# How often the gate for changes is right

<!-- Written by \`node tooling/verdicts/main.ts\`; do not edit. -->

${total.toLocaleString("en")} small changes of ${documents} Stable documents of the SCS corpus, drawn with seed ${seed}: one key word, number, bound, cell,
row, link or demand each. What a change asks for is known from how it was made. Where that does not tell a direction ("a person can
tell"), any word about it is right. Changes that ask for more, or may, and about which nothing was said: **${silent.length}**.

| class | precision | recall | recall, with questions |
| --- | ---: | ---: | ---: |
${classLine("asks for more", "more", "refused", kinds)}
${classLine("asks for less", "less", "asks for less", kinds)}

Precision: of the verdicts of a class, those that are right (of the refusals, those of changes that a person must tell are left out).
Recall: of the changes of a class, those that got its verdict; with questions, those that got it or a warning that asks to read.

${line(["change", "it", ...ANSWERS])}
${line(["---", "---", ...ANSWERS.map(() => "---:")])}
${rows.join("\n")}
`;
}

function classLine(name: string, expected: "more" | "less", answer: Answer, kinds: readonly KindCount[]): string {
  const judged = kinds.filter((kind) => kind.expected !== "asks").reduce((sum, kind) => sum + kind.answers[answer], 0);
  const own = kinds.filter((kind) => kind.expected === expected);
  const right = own.reduce((sum, kind) => sum + kind.answers[answer], 0);
  const asked = own.reduce((sum, kind) => sum + kind.answers.asked, 0);
  const all = own.reduce((sum, kind) => sum + sumOf(kind), 0);
  return line([name, percent(right, judged), percent(right, all), percent(right + asked, all)]);
}

function sumOf({ answers }: KindCount): number {
  return ANSWERS.reduce((sum, answer) => sum + answers[answer], 0);
}

function percent(part: number, all: number): string {
  return all === 0 ? "none" : `${((100 * part) / all).toFixed(1)} %`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
