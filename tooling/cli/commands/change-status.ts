import { table } from "#core/base/table.ts";
import { parseArgs } from "node:util";

import { changeStatus, type StatusChange } from "#core/standards/editing/change-status.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import { configurationOf } from "#core/standards/checking/tree-configuration.ts";
import { readDocument, type ParsedDocument } from "#core/standards/documents/read-document.ts";
import { stableDemands } from "#core/standards/editing/stable-demands.ts";

import { replaceFile } from "../../files/replace-file.ts";
import { collectTrees, type DiskTree } from "../check/collect-trees.ts";
import { openDocument, refuseHints } from "../check/edit-document.ts";
import { CannotRun, type Command, type CommandIo } from "../command.ts";

const VERBS: Record<string, StatusChange["to"]> = table({
  stabilize: "Stable",
  deprecate: "Deprecated",
  reject: "Rejected",
});

const STABLE_HELP = `
A document that holds sentences of the template, or would have errors by being Stable, stays a Draft. What SCS-0001 asks
for and only people can tell is listed.`;

/** `stele stabilize`, `stele deprecate` and `stele reject`: the same edit with another status and date. */
export function statusCommand(name: "stabilize" | "deprecate" | "reject"): Command {
  return {
    name,
    help: `Usage: stele ${name} FILE [--on DATE] [--replaced-by FILE...]

Sets status and date in the front matter of a document and leaves everything else as it is.${name === "stabilize" ? STABLE_HELP : ""}

Options:
  --on DATE            the date that counts, such as 2024-06-30 (default: today)
  --replaced-by FILE   document that takes its place; may be repeated`,
    run: async (args, io) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { on: { type: "string" }, "replaced-by": { type: "string", multiple: true, default: [] } },
      });
      const path = positionals[0];
      const { file, document } = openDocument(path, io.cwd);
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const changed = changeStatus(document, {
        to: VERBS[name] ?? "Stable",
        on: values.on ?? calendarOf(timeZone).dateOf(io.now()),
        replacedBy: values["replaced-by"],
      });
      if (!changed.ok) throw new CannotRun(`\`${path ?? ""}\`: ${changed.failure}`);
      const tree = name === "stabilize" ? collectTrees([path ?? ""], io.cwd)[0] : undefined;
      if (tree !== undefined) await refuseErrors(path ?? "", document, changed.value, tree);
      replaceFile(file, changed.value);
      io.writeOut(`${path ?? ""} is ${VERBS[name] ?? ""} now.\n`);
      if (tree !== undefined) showDemands(document, tree, io);
      return 0;
    },
  };
}

/** Refuses what would stand against the document as soon as it is Stable. */
async function refuseErrors(path: string, document: ParsedDocument, text: string, tree: DiskTree): Promise<void> {
  refuseHints(path, document);
  const wanted = [...(tree.wanted ?? [])][0];
  const options = { configuration: configurationOf(tree), scopes: tree.scopes, isComplete: true, withStyle: false };
  const bytes = new TextEncoder().encode(text);
  const changed = tree.files.map((file) => (file.path === wanted ? { ...file, bytes } : file));
  const [before, after] = await Promise.all([checkFiles(tree.files, options), checkFiles(changed, options)]);
  const known = new Set(before.findings.map(({ ruleId, message }) => `${ruleId} ${message}`));
  const fresh = after.findings.filter(
    ({ severity, ruleId, message, place }) =>
      severity === "error" && place.path === wanted && !known.has(`${ruleId} ${message}`),
  );
  if (fresh.length === 0) return;
  const lines = fresh.map(({ place, message, ruleId }) => `  line ${place.start.line}: ${message} (${ruleId})`);
  throw new CannotRun([`\`${path}\` would have errors by being Stable:`, ...lines].join("\n"));
}

/** Lists what the lifecycle asks for, what the tree says about it, and what a person has to answer for. */
function showDemands(document: ParsedDocument, { files, scopes }: DiskTree, io: CommandIo): void {
  const siblings = files.flatMap(({ path, bytes }) => {
    const read = readDocument(path, bytes);
    return read.ok ? [read.value] : [];
  });
  const texts = scopes.map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }));
  const demands = stableDemands(document, siblings, texts);
  if (demands.length === 0) return;
  io.writeError("SCS-0001 asks of a Standard that becomes Stable:\n");
  for (const { what, proof } of demands) {
    io.writeError(proof === undefined ? `  ? ${what}: only people can tell\n` : `  ✔ ${what}: ${proof}\n`);
  }
}
