import { parseArgs } from "node:util";

import type { ReportStanding } from "#core/compliance/results/receipt.ts";

import { requestJson, RequestFailed } from "../../publishing/request-json.ts";
import { CannotRun, type Command } from "../command.ts";
import { describeStanding } from "../report/describe-standing.ts";
import { addressFrom } from "../server-option.ts";

const HELP = `Usage: stele due --subject <subject> --to <url> [--json]

Lists the test cases of a cloud that have no result which counts, and those whose result expires within a week.

Options:
  --subject <subject>  the cloud, as its reports name it
  --to <url>           address of the Stele
  --json               print it as JSON
  --help               this text

Needs no token: the status of a cloud is public.
Exit codes: 0 nothing is missing or due, 1 something is, 2 could not run.`;

interface Due {
  readonly scopes: readonly (ReportStanding & { readonly scope: string; readonly name: string })[];
}

/** `stele due`: what has to be tested next. */
export const due: Command = {
  name: "due",
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        subject: { type: "string" },
        to: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { subject, to, json } = values;
    if (subject === undefined) throw new CannotRun("Say which cloud: `--subject regio-a`.");
    const server = { url: addressFrom(to) };
    const path = `/api/v1/subjects/${encodeURIComponent(subject)}/due`;
    const answer = await requestJson<Due>(server, { method: "GET", path }).catch((error: unknown) => {
      throw error instanceof RequestFailed ? new CannotRun(error.message) : error;
    });
    const lines = answer.scopes.flatMap(({ name, ...standing }) => [name, ...describeStanding(standing)]);
    io.writeOut(json ? `${JSON.stringify(answer, null, 2)}\n` : `${lines.join("\n")}\n`);
    return answer.scopes.some((scope) => scope.missing.length + scope.due.length > 0) ? 1 : 0;
  },
};
