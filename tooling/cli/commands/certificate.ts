import { table, type Table } from "#core/base/table.ts";
import { parseArgs } from "node:util";

import { RequestFailed, requestJson, type Server } from "../../publishing/request-json.ts";
import { CannotRun, type Command, type CommandIo, type ExitCode } from "../command.ts";
import { serverFrom } from "../server-option.ts";

const HELP = `Usage: stele certificate apply --subject <cloud> --scope <alias> --version <version> --reason <text>
                               --to <url>
       stele certificate <step> <id> --reason <text> --to <url>
       stele certificate remark --subject <cloud> --scope <alias> --kind <kind> --from <instant>
                                [--until <instant>] --reason <text> --to <url>
       stele certificate list --to <url>

What operators and the certification body do with certificates (SCS-0004). Operators apply for their
own clouds; all else needs an account with the role \`approve\`. Every step is kept with who, when and
why; the reason is published.

Steps:
  grant [--from <date>]   the certificate holds for one year (default: from today); refused unless the version is in force,
                          every test passes and no other certificate for the same is live, or --override says why
  reject, ask             the application is turned down, or needs more
  answer                  the operator answers what was asked
  suspend, reinstate      the certificate does not hold for a time
  revoke                  the certificate ends and is put on the public revocation list
  renew                   another year; in the last 60 days (the site may say otherwise) or after the end
  withdraw [--step <n>]   takes back an announced step, or without --step the application
  check --testcase <id> --outcome passed|failed --evidence <where> [--repeat-on <date>]
                          the outcome of a manual check
  approve --testcase <id> --report <uuid> --value abort|fail
                          a result that is accepted although it is no pass

\`remark\` says on the status page whose fault a bad period was: cloud-defect, test-defect or procedure.
It lasts from --from to --until, or goes on.

Options:
  --to <url>         address of the Stele
  --subject <cloud>  the cloud, by the name of its account
  --scope <alias>    alias or UUID of the scope
  --version <v>      version of the scope
  --region <name>    region or configuration that it covers; may be repeated (default: all)
  --reason <text>    why, in one sentence
  --from, --until    grant: first date of the term; remark: instants, as for --at
  --override <text>  grant, renew: why, although something is not in order; published
  --at <instant>     when the step takes effect, such as 2026-12-01T00:00:00+01:00 (default: now);
                     what was announced for then or later is superseded
  --json             print the certificate as JSON
  --help             this text

The token is read from the environment variable STELE_TOKEN, never from the command line.
Exit codes: 0 done, 1 refused (the message says why), 2 could not run.`;

/** What a step is called on the command line, and in the log. */
const STEP_KINDS: Table<string> = table({
  answer: "applied",
  grant: "granted",
  reject: "rejected",
  ask: "questioned",
  suspend: "suspended",
  reinstate: "reinstated",
  revoke: "revoked",
  withdraw: "withdrawn",
  renew: "renewed",
  check: "checked",
  approve: "approved",
});

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
  step: { type: "string" },
  override: { type: "string" },
  value: { type: "string" },
  kind: { type: "string" },
  until: { type: "string" },
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
  readonly announced?: readonly AnnouncedAnswer[];
  readonly events?: readonly { readonly number: number; readonly kind: string; readonly undone?: UndoneAnswer }[];
}

interface AnnouncedAnswer {
  readonly number: number;
  readonly kind: string;
  readonly at: string;
}

interface UndoneAnswer {
  readonly how: string;
  readonly by: number;
}

/** `stele certificate`: applies for certificates and decides on them. */
export const certificate: Command = {
  name: "certificate",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [verb, id, ...others] = positionals;
    const isKnown =
      verb === "apply" ||
      verb === "remark" ||
      verb === "list" ||
      (verb !== undefined && Object.hasOwn(STEP_KINDS, verb));
    if (!isKnown || others.length > 0) {
      throw new CannotRun(`Say what to do: apply, remark, list, ${Object.keys(STEP_KINDS).join(", ")}. See --help.`);
    }
    const server = serverFrom(values.to, io);
    if (verb === "list") return list(server, values.json, io);
    if (verb === "apply") {
      const application = { path: "/api/v1/certificates", json: applicationOf(values), describe };
      return send(server, application, values.json, io);
    }
    if (verb === "remark") return sendRemark(server, values, io);
    if (id === undefined || !/^\d{4}-\d{4,}$/.test(id)) {
      throw new CannotRun(`Name the certificate, such as 2026-0017: \`stele certificate ${verb} <id>\`.`);
    }
    const step = { path: `/api/v1/certificates/${id}/events`, json: stepOf(verb, values), describe };
    return send(server, step, values.json, io);
  },
};

function applicationOf(values: Values): Record<string, unknown> {
  const { subject, scope, version, region, reason } = values;
  if (subject === undefined || scope === undefined || version === undefined || reason === undefined) {
    throw new CannotRun("An application needs --subject, --scope, --version and --reason.");
  }
  return { subject, scope, version, reason, ...(region === undefined ? {} : { regions: region }) };
}

function stepOf(verb: string, values: Values): Record<string, unknown> {
  const { reason, at, from, testcase, outcome, evidence, report, value, step, override } = values;
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
    value: value === undefined ? undefined : valueOf(value),
    override,
    step: step === undefined ? undefined : stepNumberOf(step),
  };
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
}

function stepNumberOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new CannotRun(`\`${text}\` is no number of a step: \`--json\` shows them.`);
  return Number(text);
}

/** A value in words; a bare -1 would be read as an option, `--value=-1` is not. */
function valueOf(text: string): number {
  const value = { abort: 0, "0": 0, fail: -1, "-1": -1 }[text.toLowerCase()];
  if (value === undefined) throw new CannotRun(`\`${text}\` is no result to accept: write abort or fail.`);
  return value;
}

/** `stele certificate remark`. */
async function sendRemark(server: Server, values: Values, io: CommandIo): Promise<ExitCode> {
  const { subject, scope, kind, from, until, reason } = values;
  if (
    subject === undefined ||
    scope === undefined ||
    kind === undefined ||
    from === undefined ||
    reason === undefined
  ) {
    throw new CannotRun("A remark needs --subject, --scope, --kind, --from and --reason.");
  }
  const path = `/api/v1/certification/${encodeURIComponent(subject)}/${encodeURIComponent(scope)}/annotations`;
  const json = { kind, from, note: reason, ...(until === undefined ? {} : { to: until }) };
  const say = ({ number }: { readonly number: number }) => `Remark ${number} on ${subject}.`;
  return send(server, { path, json, describe: say }, values.json, io);
}

/** What is sent, and how to say what came of it. */
interface Sending<Answer> {
  readonly path: string;
  readonly json: unknown;
  readonly describe: (answer: Answer) => string;
}

async function send<Answer>(
  server: Server,
  { path, json, describe: say }: Sending<Answer>,
  asJson: boolean,
  io: CommandIo,
): Promise<ExitCode> {
  try {
    const answer = await requestJson<Answer>(server, { method: "POST", path, json });
    io.writeOut(asJson ? `${JSON.stringify(answer, null, 2)}\n` : `${say(answer)}\n`);
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

function describe({ id, subject, scope, version, state, validUntil, announced, events }: CertificateAnswer): string {
  const end = validUntil === undefined ? "" : `, until ${validUntil}`;
  const ahead = (announced ?? []).map(({ number, kind, at }) => `; step ${number} announced: ${kind} from ${at} on`);
  const last = events?.at(-1)?.number;
  const undone = (events ?? [])
    .filter((event) => event.undone?.by === last)
    .map(({ number, kind, undone: how }) => `; step ${number} (${kind}) is ${how?.how}`);
  return `${id}  ${subject}  ${scope.name} ${version}  ${state}${end}${ahead.join("")}${undone.join("")}`;
}
