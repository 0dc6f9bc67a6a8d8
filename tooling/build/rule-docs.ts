/** Writes `docs/rules/README.md`, the table of all rules: `node tooling/build/rule-docs.ts`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { COMMON_RULES, type DescribedRule } from "#core/standards/checking/common-rules.ts";
import { severityOf } from "#core/standards/checking/check-settings.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";

/** Writes the table when it changed; returns the path of its file. */
export function generateRuleDocs(root: string): string {
  const file = join(root, "docs/rules/README.md");
  const tables = [table("Documents", RULES), table("Scope files", SCOPE_RULES), table("Around them", COMMON_RULES)];
  const text = README.replace("TABLES", () => tables.join("\n"));
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  return file;
}

function table(heading: string, rules: readonly DescribedRule[]): string {
  const rows = rules.map((rule) => {
    const practical = severityOf(rule, { profile: PROFILES.practical, severities: {} });
    return `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${practical} | ${rule.summary} | ${rule.source.clause} |`;
  });
  return [
    `## ${heading}`,
    "",
    "| Rule | strict | practical | What it wants | Source |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const README = `# Rules

What \`stele check\`, \`POST /api/v1/validate/documents\` and the page \`/check\` look at. This table is generated
(\`npm run generate\`); the pages beside it are written by hand, and the tests execute their examples.

The profile \`strict\` takes SCS-0001 to the letter. \`practical\` (the default) says what a maintainer would act on: it
accepts headings that reviewers have accepted, lets a supplement describe the tests of a standard, and leaves the text of
Deprecated and Rejected documents alone, because nobody changes it any more. [rule-counts.md](../rule-counts.md) sets the
findings on the whole tree of the SCS beside an independent count.

A tree sets profile, severities and ignores in \`stele.config.yaml\`:

\`\`\`yaml
check:
  profile: practical
  severities:
    description: warning
    markdownlint/MD059: off
  ignores:
    - rule: slug-characters
      path: documents/scs-0121-*.md
      reason: accepted under this name, and part of its address
\`\`\`

A document disables a rule for one place, with a reason: see [directive](directive.md).

TABLES`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.stdout.write(`${generateRuleDocs(process.cwd())}\n`);
}
