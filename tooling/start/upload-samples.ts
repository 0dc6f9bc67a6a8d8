/** Accounts, signed reports and SBOMs for a local Stele, through the same doors as everybody's. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { loadScope } from "#core/certification/load-scope.ts";
import type { Scope } from "#core/certification/scope.ts";

import { DEMO_SCENARIOS, demoReport } from "../demo/demo-report.ts";
import { demoSecrets, demoSubjects, withDemoSecrets } from "../demo/demo-secrets.ts";
import { signSshsig } from "../demo/sign-sshsig.ts";
import type { SourceTree } from "../publishing/read-tree.ts";
import { requestJson, type Server } from "../publishing/request-json.ts";

/** What the samples are made of and where they go. */
export interface SampleOptions {
  readonly server: Server;
  readonly tree: SourceTree;
  /** Keeps keys, tokens and the note of what was uploaded. */
  readonly stateFolder: string;
  readonly now: Date;
}

/** A page worth opening: what it is, and its path. */
export type SamplePage = readonly [name: string, path: string];

/** The account that uploads SBOMs and reports for others. */
const UPLOADER = "demo-ci";

/**
 * Applies the accounts of the tree and, where it has demo accounts, uploads today's signed reports and the SBOMs of the
 * releases; once a day is enough. Answers the pages that show them.
 */
export async function uploadSamples({ server, tree, stateFolder, now }: SampleOptions): Promise<SamplePage[]> {
  const accountsPath = tree.config.layouts
    .map((layout) => join(tree.root, layout.accounts ?? ""))
    .find((path) => path.endsWith(".yaml") && existsSync(path));
  if (accountsPath === undefined) return [];
  const declared = readFileSync(accountsPath, "utf8");
  const secretsOf = (subject: string): ReturnType<typeof demoSecrets> =>
    demoSecrets(join(stateFolder, "demo"), subject);
  const body = withDemoSecrets(declared, secretsOf);
  await requestJson(server, { method: "PUT", path: "/api/v1/accounts", body, contentType: "application/yaml" });
  const subjects = demoSubjects(declared);
  if (subjects.length === 0) return [];
  const scopes = readScopes(tree);
  const note = join(stateFolder, "samples.json");
  const today = now.toISOString().slice(0, 10);
  const uploaded = readNote(note);
  if (uploaded?.date === today) return uploaded.pages;
  for (const scenario of DEMO_SCENARIOS.filter(({ subject }) => subjects.includes(subject))) {
    for (const { scope } of scopes)
      await uploadReport(server.url, scenario.submitter, demoReport(scope, scenario, now));
  }
  const pages: SamplePage[] = [];
  const [scope] = scopes;
  if (scope !== undefined) {
    pages.push(["Status of a cloud", `/certification/demo-alpha/${scope.alias}`]);
    pages.push(["Its badge", `/badges/demo-alpha/${scope.alias}.svg`]);
  }
  for (const path of tree.files.filter((file) => file.kind === "sbom").map((file) => file.path)) {
    const id = await uploadSbom(server.url, readFileSync(join(tree.root, path)));
    if (pages.every(([name]) => name !== "An SBOM")) pages.push(["An SBOM", `/sboms/${id}`]);
  }
  writeFileSync(note, JSON.stringify({ date: today, pages }));
  return pages;

  async function uploadReport(url: string, submitter: string, report: string): Promise<void> {
    const { privateKeyPem, token } = secretsOf(submitter);
    const signature = signSshsig(privateKeyPem, "report", Buffer.from(report));
    const response = await fetch(`${url}/reports`, {
      method: "POST",
      body: `${signature}&${report}`,
      headers: {
        authorization: `Basic ${Buffer.from(`${submitter}:${token}`).toString("base64")}`,
        "content-type": "application/x-signed-yaml",
      },
    });
    // 409: this very report is there already, from a start that was interrupted.
    if (!response.ok && response.status !== 409) {
      throw new Error(`The report of ${submitter} was refused (${response.status}): ${await response.text()}`);
    }
  }

  async function uploadSbom(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const { id } = await requestJson<{ id: string }>(
      { url, token: secretsOf(UPLOADER).token },
      { method: "POST", path: "/api/v1/sboms", body: bytes, contentType: "application/vnd.cyclonedx+json" },
    );
    return id;
  }
}

function readScopes(tree: SourceTree): { readonly alias: string; readonly scope: Scope }[] {
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
