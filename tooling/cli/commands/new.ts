import { table, type Table } from "#core/base/table.ts";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { parseDocumentName } from "#core/standards/documents/document-id.ts";
import { summarizeDocument } from "#core/standards/documents/summarize.ts";
import { newDocument, slugify, type NewDocument } from "#core/standards/editing/new-document.ts";

import { settingsAround } from "../check/collect-trees.ts";
import { openDocument } from "../check/edit-document.ts";
import { CannotRun, type Command, type CommandIo } from "../command.ts";

const TYPES: Table<NewDocument["type"]> = table({
  standard: "Standard",
  "decision-record": "Decision Record",
  supplement: "Supplement",
});

const HELP = `Usage: stele new standard|decision-record TITLE --track TRACK [--in FOLDER]
       stele new supplement TITLE --for FILE [--for FILE...] [--in FOLDER]

Writes a document to begin with: every section says what belongs there, and \`stele check\` names what still waits for you.
A proposal is numbered xxxx until \`stele accept\`.

Options:
  --track TRACK   one of the tracks of the tree (Global, IaaS, KaaS, IAM, Ops or Scopes where it declares none);
                  a supplement takes that of the document that it extends
  --for FILE      document that a supplement extends
  --slug SLUG     how the file name says the title (default: the letters of the title)
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
        slug: { type: "string" },
        in: { type: "string", default: "." },
      },
    });
    const [kind = "", ...words] = positionals;
    const type = TYPES[kind];
    const title = words.join(" ").trim();
    if (type === undefined || title === "") throw new CannotRun(`Say what to make and its title.\n${HELP}`);
    const folder = resolve(io.cwd, values.in);
    if (!existsSync(folder)) throw new CannotRun(`There is no folder \`${values.in}\`; make it first.`);
    const supplement = type === "Supplement" ? supplementOf(values.for, folder) : undefined;
    const track = values.track ?? (supplement === undefined ? undefined : trackOf(values.for, folder, io));
    const { fileName, text } = newDocument({
      type,
      title,
      slug: slugOf(values.slug, title),
      track: knownTrack(track, folder),
      ...(supplement === undefined ? {} : { supplement }),
    });
    const file = join(folder, fileName);
    if (existsSync(file)) throw new CannotRun(`\`${fileName}\` exists already; choose another title.`);
    writeFileSync(file, text, { flag: "wx" });
    io.writeOut(`${join(values.in, fileName)}\n`);
    return 0;
  },
};

function slugOf(given: string | undefined, title: string): string {
  const slug = given ?? slugify(title);
  if (slug === undefined) {
    throw new CannotRun(
      `No letter of \`${title}\` can stand in a file name; say how to call it: --slug volume-encryption.`,
    );
  }
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new CannotRun(
      `\`${slug}\` is no slug; write lower-case words with \`-\` between them: --slug volume-encryption.`,
    );
  }
  return slug;
}

/** The name of the track as the tree spells it; case does not matter. */
function knownTrack(given: string | undefined, folder: string): string {
  const tracks = settingsAround(folder).tracks.map(({ id }) => id);
  const meant = tracks.find((id) => id.toLowerCase() === given?.toLowerCase());
  if (meant === undefined) {
    const unknown = given === undefined ? "" : `There is no track \`${given}\`. `;
    throw new CannotRun(`${unknown}Say the track: --track ${tracks.join("|")}.`);
  }
  return meant;
}

/** The track of the first document that a supplement extends. */
function trackOf(paths: readonly string[], folder: string, io: CommandIo): string | undefined {
  const path = [...paths, ...paths.map((name) => join(folder, basename(name)))].find((one) =>
    existsSync(resolve(io.cwd, one)),
  );
  return path === undefined ? undefined : summarizeDocument(openDocument(path, io.cwd).document).track;
}

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
