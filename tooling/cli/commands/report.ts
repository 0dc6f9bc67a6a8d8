import { parseArgs } from "node:util";

import type { ReportReceipt } from "#core/compliance/results/receipt.ts";

import { requestJson, RequestFailed } from "../../publishing/request-json.ts";
import { CannotRun, type Command, type CommandIo, type ExitCode } from "../command.ts";
import { formatFinding } from "../format-finding.ts";
import { createPaint } from "../paint.ts";
import { checkReport, type CheckedReport } from "../report/check-report.ts";
import { describeStanding } from "../report/describe-standing.ts";
import { serverFrom } from "../server-option.ts";
import { signBytes } from "../sign-bytes.ts";

const HELP = `Usage: stele report check <file> [--time-zone <name>] [--json]
       stele report submit <file> --key <key> --to <url> [--per-document] [--time-zone <name>] [--json]

\`check\` judges a compliance report as the server does: encoding, syntax, fields, dates, results. Nothing is sent.
\`submit\` checks it, signs it with ssh-keygen, uploads it, and prints the receipt: what counts, what is missing or due.

Arguments:
  <file>   YAML (one or many documents) or, when its name ends in .json, JSON

Options:
  --key <key>        private key file, or public key file of a key in an agent or security key
  --to <url>         address of the Stele
  --account <name>   your account, where STELE_TOKEN is a password and no token
  --per-document     one bad document does not refuse the others
  --time-zone <name> zone of times without offset, as your account has it (default: UTC)
  --json             print findings or the receipt as JSON
  --help             this text

Your token is read from the environment variable STELE_TOKEN, never from the command line.
Exit codes: 0 fine, 1 the report has faults or was refused in part, 2 could not run.`;

/** `stele report`: from a report file to a receipt. */
export const report: Command = {
  name: "report",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: "string" },
        to: { type: "string" },
        account: { type: "string" },
        "per-document": { type: "boolean", default: false },
        "time-zone": { type: "string", default: "UTC" },
        json: { type: "boolean", default: false },
      },
    });
    const [verb, file, ...others] = positionals;
    if ((verb !== "check" && verb !== "submit") || file === undefined || others.length > 0) {
      throw new CannotRun("Say `stele report check <file>` or `stele report submit <file> --key <key> --to <url>`.");
    }
    const { key, to, json, "per-document": perDocument } = values;
    const server = verb === "submit" ? serverFrom(to, io) : undefined;
    const checked = await checkReport(file, values["time-zone"], io);
    if (server === undefined) return printCheck(checked, file, json, io);
    if (key === undefined) throw new CannotRun("Say which key signs: `--key ~/.ssh/id_ed25519`.");
    if (checked.findings.length > 0 && !perDocument) return printCheck(checked, file, false, io);
    const signature = await signBytes(key, checked.bytes, "report");
    const headers = {
      ...(perDocument ? { prefer: "per-document" } : {}),
      ...(values.account === undefined ? {} : { authorization: basic(values.account, server.token) }),
    };
    const receipt = await upload(server, signature, checked, headers);
    io.writeOut(json ? `${JSON.stringify(receipt, null, 2)}\n` : describeReceipt(receipt));
    return (receipt.refused ?? []).length > 0 ? 1 : 0;
  },
};

/** The part of the server's receipt that is shown. */
interface Receipt {
  readonly sha256: string;
  readonly signature: { readonly keyName: string; readonly fingerprint: string };
  readonly reports: readonly ReportReceipt[];
  readonly refused?: readonly { readonly index: number; readonly detail: string; readonly remedy?: string }[];
  readonly notes?: readonly string[];
}

async function upload(
  server: ReturnType<typeof serverFrom>,
  signature: string,
  { bytes, format }: CheckedReport,
  headers: Readonly<Record<string, string>>,
): Promise<Receipt> {
  const body = Buffer.concat([Buffer.from(`${signature}&`), bytes]);
  const contentType = `application/x-signed-${format}`;
  try {
    return await requestJson<Receipt>(server, { method: "POST", path: "/reports", body, contentType, headers });
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const { remedy } = error.problem;
    throw new CannotRun(typeof remedy === "string" ? `${error.message}. ${remedy}` : error.message);
  }
}

function basic(account: string, password: string): string {
  return `Basic ${Buffer.from(`${account}:${password}`).toString("base64")}`;
}

function printCheck({ reports, findings }: CheckedReport, file: string, json: boolean, io: CommandIo): ExitCode {
  const summaries = reports.map(({ uuid, subject, scopeUuid, checkedAt, values }) => {
    return { uuid, subject, scopeUuid, checkedAt, results: values.length };
  });
  if (json) io.writeOut(`${JSON.stringify({ reports: summaries, findings }, null, 2)}\n`);
  else {
    const paint = createPaint(io.color);
    for (const finding of findings) io.writeError(`${formatFinding(finding, paint)}\n`);
    for (const { uuid, subject, checkedAt, results } of summaries) {
      io.writeOut(`${file}: report ${uuid} on ${subject}, checked at ${checkedAt}: ${results} results\n`);
    }
  }
  return findings.length > 0 ? 1 : 0;
}

function describeReceipt({ sha256, signature, reports, refused = [], notes = [] }: Receipt): string {
  return [
    `Signed by key ${signature.keyName} (${signature.fingerprint}), kept as ${sha256}`,
    ...reports.flatMap(({ uuid, subject, scope, accepted, ignored, standing }) => [
      `Report ${uuid} on ${subject}, ${scope.name ?? scope.uuid}: ${accepted.passed} passed, ${accepted.failed} failed, ${accepted.aborted} aborted`,
      ...ignored.map(({ testcase, reason }) => `  ignored: ${testcase} (${reason})`),
      ...(standing === undefined ? [] : describeStanding(standing)),
    ]),
    ...refused.map(({ index, detail, remedy = "" }) => `Refused: document ${index + 1}: ${detail} ${remedy}`.trimEnd()),
    ...notes,
    "",
  ].join("\n");
}
