import { table, type Table } from "#core/base/table.ts";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { DEFAULT_SETTINGS } from "#core/standards/checking/check-settings.ts";
import { parseDocumentName } from "#core/standards/documents/document-id.ts";
import { newDocument, type NewDocument } from "#core/standards/editing/new-document.ts";

import { CannotRun, type Command } from "../command.ts";

const TYPES: Table<NewDocument["type"]> = table({
  standard: "Standard",
  "decision-record": "Decision Record",
  supplement: "Supplement",
});

const HELP = `Usage: stele new standard|decision-record TITLE --track TRACK [--in FOLDER]
       stele new supplement TITLE --track TRACK --for FILE [--for FILE...] [--in FOLDER]

Writes a document to begin with, valid as it is. A proposal is numbered xxxx until \`stele accept\`.

Options:
  --track TRACK   Global, IaaS, KaaS, IAM, Ops or Scopes
  --for FILE      document that a supplement extends
  --in FOLDER     where the file goes (default: the working folder)`;

/** `stele new`. */
export const create: Command = {
  name: "new",
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        track: { type: "string" },
        for: { type: "string", multiple: true, default: [] },
        in: { type: "string", default: "." },
      },
    });
    const [kind = "", ...words] = positionals;
    const type = TYPES[kind];
    const title = words.join(" ").trim();
    if (type === undefined || title === "") throw new CannotRun(`Say what to make and its title.\n${HELP}`);
    const tracks = DEFAULT_SETTINGS.tracks.map(({ id }) => id);
    if (values.track === undefined || !tracks.includes(values.track)) {
      throw new CannotRun(`Say the track: --track ${tracks.join("|")}.`);
    }
    const folder = resolve(io.cwd, values.in);
    const { fileName, text } = newDocument({
      type,
      title,
      track: values.track,
      ...(type === "Supplement" ? { supplement: supplementOf(values.for, folder) } : {}),
    });
    const file = join(folder, fileName);
    if (existsSync(file)) throw new CannotRun(`\`${fileName}\` exists already; choose another title.`);
    writeFileSync(file, text, { flag: "wx" });
    io.writeOut(`${join(values.in, fileName)}\n`);
    return 0;
  },
};

function supplementOf(paths: readonly string[], folder: string): NonNullable<NewDocument["supplement"]> {
  const names = paths.map((path) => parseDocumentName(basename(path)));
  const first = names[0];
  if (first === undefined || names.some((name) => name?.number !== first.number || name.series !== "v")) {
    throw new CannotRun("Say which documents of one number it extends: --for scs-0100-v3-flavor-naming.md.");
  }
  const versions = readdirSync(folder)
    .map(parseDocumentName)
    .filter((name) => name?.number === first.number && name.series === "w")
    .map((name) => name?.version ?? 0);
  return { of: paths.map((path) => basename(path)), number: first.number, version: Math.max(0, ...versions) + 1 };
}
