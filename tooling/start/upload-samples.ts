/** Accounts, signed reports and SBOMs for a local Stele, through the same doors as everybody's. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { readAccounts } from "#core/trust/accounts/read-accounts.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { pastReports } from "../demo/demo-history.ts";
import { DEMO_SCENARIOS, demoReport, type DemoScenario } from "../demo/demo-report.ts";
import { demoSecrets, demoSubjects, withDemoSecrets } from "../demo/demo-secrets.ts";
import { signSshsig } from "../demo/sign-sshsig.ts";
import { replaceFile } from "../files/replace-file.ts";
import type { DiskTree } from "../publishing/read-tree.ts";
import { requestJson, type Server } from "../publishing/request-json.ts";
import { uploadsOf } from "./split-reports.ts";
import { DEMO_CERTIFIER, uploadCertificates } from "./upload-certificates.ts";

/** What the samples are made of and where they go. */
export interface SampleOptions {
  readonly server: Server;
  readonly tree: DiskTree;
  /** Keeps keys, tokens and the note of what was uploaded. */
  readonly stateFolder: string;
  readonly now: Date;
  /** Hears why a sample was refused; the others go on. Without it the first refusal is thrown. */
  readonly warn?: (message: string) => void;
}

/** A page worth opening: what it is, and its path. */
export type SamplePage = readonly [name: string, path: string];

/** The account that uploads SBOMs and reports for others. */
const UPLOADER = "demo-ci";

/** Applies the accounts of the tree, its demo accounts with secrets of this machine; answers how many there are. */
export async function applyTreeAccounts({ server, tree, stateFolder }: SampleOptions): Promise<number> {
  const declared = readAccountsFile(tree);
  if (declared === undefined) return 0;
  const body = withDemoSecrets(declared, (subject) => demoSecrets(secretsFolder(stateFolder), subject));
  await requestJson(server, { method: "PUT", path: "/api/v1/accounts", body, contentType: "application/yaml" });
  return readAccounts("accounts.yaml", body).accounts?.length ?? 0;
}

/**
 * Where the tree has demo accounts, uploads today's signed reports and the SBOMs of the releases; once a day is enough.
 * Answers the pages that show them.
 */
export async function uploadSamples(options: SampleOptions): Promise<readonly SamplePage[]> {
  const { tree, stateFolder, now } = options;
  const subjects = demoSubjects(readAccountsFile(tree) ?? "");
  if (subjects.length === 0) return [];
  const note = join(stateFolder, "samples.json");
  const today = now.toISOString().slice(0, 10);
  const uploaded = readNote(note);
  if (uploaded?.date === today) return uploaded.pages;
  const attempt = createAttempt(options.warn);
  const pages = [
    ...(await uploadScenarios(options, attempt, subjects, uploaded === undefined)),
    ...((await attempt.run("A certificate", () => certifyClouds(options, subjects))) ?? []),
    ...(await uploadSboms(options, attempt)),
  ];
  // What failed is tried again at the next start.
  if (!attempt.hasFailed()) replaceFile(note, JSON.stringify({ date: today, pages }));
  return pages;
}

/** Runs samples one by one. */
interface Attempt {
  /** The sample's result; undefined when it failed and somebody heard of it. */
  run<T>(name: string, upload: () => Promise<T>): Promise<T | undefined>;
  hasFailed(): boolean;
}

function createAttempt(warn: SampleOptions["warn"]): Attempt {
  let hasFailed = false;
  return {
    async run(name, upload) {
      try {
        return await upload();
      } catch (error) {
        if (warn === undefined) throw error;
        hasFailed = true;
        warn(`${name} is not among the samples: ${(error as Error).message}`);
        return undefined;
      }
    },
    hasFailed: () => hasFailed,
  };
}

async function uploadScenarios(
  options: SampleOptions,
  attempt: Attempt,
  subjects: readonly string[],
  isFirst: boolean,
): Promise<SamplePage[]> {
  const scopes = readScopes(options.tree);
  const scenarios = DEMO_SCENARIOS.filter(({ subject }) => subjects.includes(subject));
  for (const scenario of scenarios) {
    const today = scopes.map(({ scope }) => demoReport(scope, scenario, options.now));
    // The past is the past of the first day: with the days that follow, the history goes on by itself.
    const past = isFirst ? scopes.flatMap(({ scope }) => pastReports(scope, scenario, options.now)) : [];
    await attempt.run(`The history of ${scenario.subject}`, async () => {
      // Reports of an upload are kept in their order, and a late one changes nothing that is newer.
      for (const part of uploadsOf([...past, ...today])) await uploadReports(options, scenario, part);
    });
  }
  const [shown] = scenarios;
  const [scope] = scopes;
  if (shown === undefined || scope === undefined) return [];
  return [
    ["Status of a cloud", `/certification/${shown.subject}/${scope.alias}`],
    ["Its badge", `/badges/${shown.subject}/${scope.alias}.svg`],
  ];
}

async function uploadReports(options: SampleOptions, { submitter }: DemoScenario, report: string): Promise<void> {
  const { privateKeyPem, token } = demoSecrets(secretsFolder(options.stateFolder), submitter);
  const response = await fetch(`${options.server.url}/reports`, {
    method: "POST",
    body: `${signSshsig(privateKeyPem, "report", Buffer.from(report))}&${report}`,
    headers: {
      authorization: `Basic ${Buffer.from(`${submitter}:${token}`).toString("base64")}`,
      "content-type": "application/x-signed-yaml",
    },
  });
  // 409: this very report is there already, from a start that was interrupted.
  if (!response.ok && response.status !== 409) {
    throw new Error(`The reports of ${submitter} were refused (${response.status}): ${await response.text()}`);
  }
}

async function certifyClouds(options: SampleOptions, subjects: readonly string[]): Promise<SamplePage[]> {
  const { server, tree, stateFolder, now } = options;
  const [published] = readScopes(tree);
  if (published === undefined || !subjects.includes(DEMO_CERTIFIER)) return [];
  const page = await uploadCertificates({
    url: server.url,
    tokenOf: (subject) => demoSecrets(secretsFolder(stateFolder), subject).token,
    ...published,
    today: calendarOf(tree.config.site.timeZone).dateOf(now),
  });
  return page === undefined ? [] : [["A certificate", page]];
}

async function uploadSboms({ server, tree, stateFolder }: SampleOptions, attempt: Attempt): Promise<SamplePage[]> {
  const { token, privateKeyPem } = demoSecrets(secretsFolder(stateFolder), UPLOADER);
  const ids: string[] = [];
  for (const { path } of tree.files.filter((file) => file.kind === "sbom")) {
    const document = readFileSync(join(tree.root, path));
    const body = Buffer.concat([Buffer.from(`${signSshsig(privateKeyPem, "sbom", document)}&`), document]);
    const contentType = "application/x-signed-json";
    const request = { method: "POST", path: "/api/v1/sboms", body, contentType } as const;
    const answer = await attempt.run(path, () => requestJson<{ id: string }>({ url: server.url, token }, request));
    if (answer !== undefined) ids.push(answer.id);
  }
  const newest = ids.at(-1);
  return newest === undefined ? [] : [["An SBOM", `/sboms/${newest}`]];
}

/** The text of the accounts file; undefined for a tree without one. */
function readAccountsFile({ root, config }: DiskTree): string | undefined {
  const path = config.layouts
    .flatMap(({ accounts }) => (accounts === undefined ? [] : [join(root, accounts)]))
    .find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : readFileSync(path, "utf8");
}

function secretsFolder(stateFolder: string): string {
  return join(stateFolder, "demo");
}

function readScopes(tree: DiskTree): { readonly alias: string; readonly scope: Scope }[] {
  return tree.files
    .filter((file) => file.kind === "scope")
    .flatMap(({ path }) => {
      const { scope } = loadScope(path, readFileSync(join(tree.root, path), "utf8"));
      const alias = path.slice(path.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
      return scope === undefined ? [] : [{ alias, scope }];
    });
}

function readNote(path: string): { readonly date: string; readonly pages: SamplePage[] } | undefined {
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as { date: string; pages: SamplePage[] })
    : undefined;
}
