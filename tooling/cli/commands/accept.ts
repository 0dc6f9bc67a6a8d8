import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";

import { nextNumber } from "#core/standards/editing/next-number.ts";
import { renameReferences } from "#core/standards/editing/rename-references.ts";
import { summarizeDocument } from "#core/standards/documents/summarize.ts";

import { replaceFile } from "../../files/replace-file.ts";
import { settingsAround } from "../check/collect-trees.ts";
import { openDocument, refuseHints } from "../check/edit-document.ts";
import { CannotRun, type Command } from "../command.ts";

const HELP = `Usage: stele accept FILE [--number NNNN]

Gives a proposal (scs-xxxx-v1-slug.md) the next unused number of its track, renames the file and rewrites the links to it
in the documents of its folder. A proposal that still holds sentences of the template is not accepted.

Options:
  --number NNNN   another unused number`;

/** `stele accept`. */
export const accept: Command = {
  name: "accept",
  help: HELP,
  run: async (args, io) => {
    const options = { number: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const { file, document } = openDocument(positionals[0], io.cwd);
    const { name } = document;
    if (name?.number !== "xxxx") throw new CannotRun("Only a proposal, called `scs-xxxx-v1-…`, can be accepted.");
    refuseHints(positionals[0] ?? "", document);
    const folder = dirname(file);
    // Links among them lead to files that are listed by themselves.
    const siblings = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
      .map((entry) => entry.name);
    const { track } = summarizeDocument(document);
    const digit = settingsAround(folder).tracks.find(({ id }) => id === track)?.digit;
    if (digit === undefined) throw new CannotRun(`The track \`${track ?? ""}\` has no numbers; correct it first.`);
    const number = values.number ?? nextNumber(siblings, digit);
    if (number === undefined) throw new CannotRun(`All numbers of the track ${track ?? ""} are used.`);
    if (!/^\d{4}$/.test(number) || Number(number[1]) !== digit) {
      throw new CannotRun(`\`${number}\` is not a number of the track ${track ?? ""}, whose second digit is ${digit}.`);
    }
    if (siblings.some((sibling) => sibling.includes(`-${number}-`)))
      throw new CannotRun(`The number ${number} is taken.`);
    const accepted = `${name.prefix}-${number}-v${name.version}-${name.slug}`;
    const target = join(folder, `${accepted}.md`);
    if (existsSync(target)) throw new CannotRun(`\`${accepted}.md\` exists already.`);
    for (const sibling of siblings) {
      const path = join(folder, sibling);
      const text = readFileSync(path, "utf8");
      const renamed = renameReferences(text, name.documentId, accepted);
      if (renamed === text) continue;
      replaceFile(path, renamed);
      io.writeOut(`${sibling}: links rewritten\n`);
    }
    renameSync(file, target);
    io.writeOut(`${basename(file)} is ${accepted}.md now.\n`);
    return 0;
  },
};
