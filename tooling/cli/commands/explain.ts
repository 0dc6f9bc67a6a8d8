import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { rulePage } from "#core/standards/checking/rule-page.ts";
import { DEFAULT_SETTINGS, severityOf } from "#core/standards/checking/check-settings.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";

import { closestName } from "#core/base/text/closest-name.ts";
import { CannotRun, type Command } from "../command.ts";
import { createPaint } from "../paint.ts";

/** Where the pages are: beside the bundled program, or in the repository. */
const FOLDERS = ["rules", "../../../docs/rules"].map((folder) => join(dirname(fileURLToPath(import.meta.url)), folder));

const HELP = `Usage: stele explain [rule-id]

Shows what a rule wants, who says so, why, and an example of each kind. Without a rule it lists all of them.`;

/** `stele explain`. */
export const explain: Command = {
  name: "explain",
  help: HELP,
  run: async ([id], io) => {
    const paint = createPaint(io.color);
    const rules = [...RULES, ...SCOPE_RULES, ...COMMON_RULES];
    if (id === undefined) {
      const width = Math.max(...rules.map((rule) => rule.id.length));
      io.writeOut(rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.summary}\n`).join(""));
      return 0;
    }
    const family = rulePage(id);
    const page = FOLDERS.map((folder) => join(folder, `${family}.md`)).find((file) => existsSync(file));
    if (page === undefined || !/^[a-z0-9-]+$/.test(family)) {
      const near = closestName(
        family,
        rules.map((rule) => rule.id),
      );
      throw new CannotRun(
        `There is no rule \`${id}\`${near === undefined ? "; `stele explain` lists them." : `; did you mean \`${near}\`?`}`,
      );
    }
    const rule = rules.find((candidate) => candidate.id === family);
    const text = readFileSync(page, "utf8").replace(/^---\n[^]*?\n---\n\n/, "");
    io.writeOut(`${paint("bold", id)}\n`);
    if (rule !== undefined) {
      const practical = severityOf(rule, DEFAULT_SETTINGS);
      io.writeOut(
        `${rule.summary}\n${paint("dim", `${rule.source.clause}; ${rule.severity} (strict), ${practical} (practical)`)}\n`,
      );
    }
    io.writeOut(`\n${text}`);
    return 0;
  },
};
