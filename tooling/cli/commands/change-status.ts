import { table } from "#core/base/table.ts";
import { parseArgs } from "node:util";

import { changeStatus, type StatusChange } from "#core/standards/editing/change-status.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { replaceFile } from "../../files/replace-file.ts";
import { openDocument } from "../check/edit-document.ts";
import { CannotRun, type Command } from "../command.ts";

const VERBS: Record<string, StatusChange["to"]> = table({
  stabilize: "Stable",
  deprecate: "Deprecated",
  reject: "Rejected",
});

/** `stele stabilize`, `stele deprecate` and `stele reject`: the same edit with another status and date. */
export function statusCommand(name: "stabilize" | "deprecate" | "reject"): Command {
  return {
    name,
    help: `Usage: stele ${name} FILE [--on DATE] [--replaced-by FILE...]

Sets status and date in the front matter of a document and leaves everything else as it is.

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
      replaceFile(file, changed.value);
      io.writeOut(`${path ?? ""} is ${VERBS[name] ?? ""} now.\n`);
      return 0;
    },
  };
}
