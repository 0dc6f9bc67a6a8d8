/** `npm run graph`: the wings, what uses what, and what is over its budget. `--json` for machines; exit code 1 when over. */
import { BUDGETS, figuresOf, LONG_WITH_REASON, overBudget } from "./budgets.ts";
import { surveyHouse } from "./survey-house.ts";

const survey = surveyHouse(process.cwd());
const figures = figuresOf(survey);
const over = overBudget(figures);
if (process.argv.includes("--json")) {
  const uses = Object.fromEntries([...survey.uses].map(([from, row]) => [from, Object.fromEntries(row)]));
  process.stdout.write(`${JSON.stringify({ figures: { ...figures, longFiles: undefined }, uses, over }, null, 2)}\n`);
} else {
  process.stdout.write(
    `${[...usesTable(), "", ...figureLines(), "", ...longFileLines(), "", ...verdict()].join("\n")}\n`,
  );
}
process.exitCode = over.length === 0 ? 0 : 1;

function usesTable(): string[] {
  const wings = [...survey.uses].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return wings.map(([from, row]) => {
    const targets = [...row].toSorted(([, a], [, b]) => b - a).map(([to, count]) => `${to} ${count}`);
    return `${from.padEnd(22)} ${targets.length === 0 ? "uses nothing" : `uses ${targets.join(", ")}`}`;
  });
}

function figureLines(): string[] {
  const [folder, files] = figures.largestFolder;
  return [
    `${figures.files} files, ${figures.lines} lines, ${(figures.testLines / figures.lines).toFixed(2)} lines of tests for each`,
    `${figures.wings} wings of core/; largest folder: ${folder} (${files} files, lists of rules aside)`,
    `file: median ${figures.medianFile}, p90 ${figures.p90File} lines; function: median ${figures.medianFunction}, p90 ${figures.p90Function}`,
    `${figures.cycles.length} cycles of imports, types included; ${figures.storageCasts} type assertions in workers/`,
  ];
}

function longFileLines(): string[] {
  const heading = `Files over ${BUDGETS.usualLines} lines:`;
  return [heading, ...figures.longFiles.map(({ path, lines }) => `  ${lines}  ${path}${reasonOf(path)}`)];
}

function reasonOf(path: string): string {
  const reason = LONG_WITH_REASON.get(path);
  return reason === undefined ? "" : ` (${reason})`;
}

function verdict(): string[] {
  return over.length === 0 ? ["All within budget."] : over.map((sentence) => `Over budget: ${sentence}`);
}
