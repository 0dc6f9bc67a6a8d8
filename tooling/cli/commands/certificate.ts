import { parseArgs } from "node:util";

import { RequestFailed, requestJson, type Server } from "../../publishing/request-json.ts";
import { CannotRun, type Command, type CommandIo, type ExitCode } from "../command.ts";
import { serverFrom } from "../server-option.ts";

const HELP = `Usage: stele certificate apply --subject <cloud> --scope <alias> --version <version> --reason <text> --to <url>
       stele certificate <step> <id> --reason <text> --to <url>
       stele certificate list --to <url>

What operators and the certification body do with certificates (SCS-0004). Operators apply for their own clouds; all
else needs an account with the role \`approve\`. Every step is kept with who, when and why; the reason is published.

Steps:
  grant [--from <date>]   the certificate holds for one year (default: from today)
  reject, ask             the application is turned down, or needs more
  answer                  the operator answers what was asked
  suspend, reinstate      the certificate does not hold for a time
  revoke                  the certificate ends and is put on the public revocation list
  renew                   another year
  check --testcase <id> --outcome passed|failed --evidence <where> [--repeat-on <date>]
                          the outcome of a manual check
  approve --testcase <id> --report <uuid> --value 0|-1
                          a result that is accepted although it is no pass

Options:
  --to <url>         address of the Stele
  --subject <cloud>  the cloud, by the name of its account
  --scope <alias>    alias or UUID of the scope
  --version <v>      version of the scope
  --region <name>    region or configuration that the certificate covers; may be repeated (default: all)
  --reason <text>    why, in one sentence
  --at <instant>     when the step takes effect, such as 2026-12-01T00:00:00+01:00 (default: now)
  --json             print the certificate as JSON
  --help             this text

The token is read from the environment variable STELE_TOKEN, never from the command line.
Exit codes: 0 done, 1 refused (the message says why), 2 could not run.`;

/** What a step is called on the command line, and in the log. */
const STEP_KINDS: Readonly<Record<string, string>> = {
  answer: "applied",
  grant: "granted",
  reject: "rejected",
  ask: "questioned",
  suspend: "suspended",
  reinstate: "reinstated",
  revoke: "revoked",
  renew: "renewed",
  check: "checked",
  approve: "approved",
};

const OPTIONS = {
  to: { type: "string" },
  subject: { type: "string" },
  scope: { type: "string" },
  version: { type: "string" },
  region: { type: "string", multiple: true },
  reason: { type: "string" },
  at: { type: "string" },
  from: { type: "string" },
  testcase: { type: "string" },
  outcome: { type: "string" },
  evidence: { type: "string" },
  "repeat-on": { type: "string" },
  report: { type: "string" },
  value: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/** What the server says of a certificate, as far as it is shown. */
interface CertificateAnswer {
  readonly id: string;
  readonly subject: string;
  readonly scope: { readonly name: string };
  readonly version: string;
  readonly state: string;
  readonly validUntil?: string;
}

/** `stele certificate`: applies for certificates and decides on them. */
export const certificate: Command = {
  name: "certificate",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [verb, id, ...others] = positionals;
    const isKnown = verb === "apply" || verb === "list" || (verb !== undefined && Object.hasOwn(STEP_KINDS, verb));
    if (!isKnown || others.length > 0) {
      throw new CannotRun(`Say what to do: apply, list, ${Object.keys(STEP_KINDS).join(", ")}. See --help.`);
    }
    const server = serverFrom(values.to, io);
    if (verb === "list") return list(server, values.json, io);
    if (verb === "apply") return send(server, "/api/v1/certificates", application(values), values.json, io);
    if (id === undefined || !/^\d{4}-\d{4,}$/.test(id)) {
      throw new CannotRun(`Name the certificate, such as 2026-0017: \`stele certificate ${verb} <id>\`.`);
    }
    return send(server, `/api/v1/certificates/${id}/events`, stepOf(verb, values), values.json, io);
  },
};

function application(values: Values): Record<string, unknown> {
  const { subject, scope, version, region, reason } = values;
  if (subject === undefined || scope === undefined || version === undefined || reason === undefined) {
    throw new CannotRun("An application needs --subject, --scope, --version and --reason.");
  }
  return { subject, scope, version, reason, ...(region === undefined ? {} : { regions: region }) };
}

function stepOf(verb: string, values: Values): Record<string, unknown> {
  const { reason, at, from, testcase, outcome, evidence, report, value } = values;
  if (reason === undefined) throw new CannotRun("Say why: --reason <text>. Every step has its reason.");
  const members = {
    kind: STEP_KINDS[verb],
    reason,
    at,
    from,
    testcase,
    outcome,
    evidence,
    repeatOn: values["repeat-on"],
    reportUuid: report,
    value: value === undefined ? undefined : Number(value),
  };
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
}

async function send(server: Server, path: string, json: unknown, asJson: boolean, io: CommandIo): Promise<ExitCode> {
  try {
    const answer = await requestJson<CertificateAnswer>(server, { method: "POST", path, json });
    io.writeOut(asJson ? `${JSON.stringify(answer, null, 2)}\n` : `${describe(answer)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const isRefusal = error.status === 403 || error.status === 409 || error.status === 422;
    const { detail } = error.problem;
    if (!isRefusal || typeof detail !== "string") throw new CannotRun(error.message);
    io.writeError(`${detail}\n`);
    return 1;
  }
}

async function list(server: Server, asJson: boolean, io: CommandIo): Promise<ExitCode> {
  try {
    const request = { method: "GET", path: "/api/v1/certificates" } as const;
    const answer = await requestJson<{ certificates: readonly CertificateAnswer[] }>(server, request);
    const lines = answer.certificates.map((certificate) => `${describe(certificate)}\n`);
    io.writeOut(asJson ? `${JSON.stringify(answer, null, 2)}\n` : lines.join("") || "No certificate yet.\n");
    return 0;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    throw new CannotRun(error.message);
  }
}

function describe({ id, subject, scope, version, state, validUntil }: CertificateAnswer): string {
  const end = validUntil === undefined ? "" : `, until ${validUntil}`;
  return `${id}  ${subject}  ${scope.name} ${version}  ${state}${end}`;
}
