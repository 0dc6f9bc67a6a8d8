// One change, judged by the command and by the API: the answers are the same.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { check } from "../../tooling/cli/commands/check.ts";
import { startStele, type TestStele } from "../harness.ts";

const HEADER = "title: Sample\ntype: Standard\ntrack: Global\ndescription: A sample.";
const RULE = "Nodes of a cloud MUST run all the time without a break.";
const BODY = `## Introduction\n\nBCP 14.\n\n## Motivation\n\nA reason.\n\n## Regulations\n\n${RULE}\n`;
const STABLE = `---\n${HEADER}\nstatus: Stable\nstabilized_at: 2024-01-01\n---\n\n${BODY}`;
const DRAFT = `---\n${HEADER}\nstatus: Draft\n---\n\n${BODY}`;

const BASE = { "scs-0001-v1-one.md": STABLE, "scs-0002-v1-two.md": DRAFT, "scs-0003-v1-three.md": DRAFT };
const HEAD = {
  "scs-0001-v1-one.md": STABLE.replace(RULE, `${RULE.slice(0, -1)} and MUST be safe, see [two](scs-0002-v1-two.md).`),
  "scs-0003-v1-three.md": DRAFT,
  "scs-0004-v1-four.md": STABLE.replace("BCP 14", "“BCP 14”"),
};
const DESCRIPTION = "Four at last.\n\nwaiver: nodes are encrypted everywhere\n";

let stele: TestStele;
let folder: string;
beforeAll(async () => {
  stele = await startStele();
  folder = mkdtempSync(join(tmpdir(), "stele-change-"));
});
afterAll(async () => {
  await stele.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the command and the API say the same of a change", async () => {
  write("base", BASE);
  const cwd = write("head", HEAD);
  writeFileSync(join(folder, "description.txt"), DESCRIPTION);
  const command = await runCheck(["--base", "../base", "--description", "../description.txt", "--format", "json"], cwd);
  const response = await fetch(`${stele.url}/api/v1/validate/documents`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ complete: true, documents: files(HEAD), base: files(BASE), changeDescription: DESCRIPTION }),
  });
  expect(response.status).toBe(200);
  const answer: unknown = await response.json();
  expect(answer).toEqual(JSON.parse(command.out));
  expect(answer).toMatchObject({
    files: 2,
    verdict: {
      kind: "delete",
      kinds: ["delete", "edit-stable", "add-document"],
      allowed: false,
      approvals: [{ track: "Global", by: "a representative of the Forum SCS-Standards" }],
      requirements: [{ path: "documents/scs-0001-v1-one.md", change: "changed", effect: "tightens" }],
    },
  });
  expect(command.code).toBe(1);
});

test("what belongs to a change is refused without a base", async () => {
  const response = await fetch(`${stele.url}/api/v1/validate/documents`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ documents: files(HEAD), changeDescription: DESCRIPTION }),
  });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining("base") });
});

function files(texts: Readonly<Record<string, string>>): { path: string; text: string }[] {
  return Object.entries(texts).map(([name, text]) => ({ path: `documents/${name}`, text }));
}

function write(name: string, texts: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, name, "documents"), { recursive: true });
  for (const { path, text } of files(texts)) writeFileSync(join(folder, name, path), text);
  return join(folder, name);
}

async function runCheck(args: readonly string[], cwd: string): Promise<{ code: number; out: string }> {
  let out = "";
  const code = await check.run(args, {
    writeOut: (text) => (out += text),
    writeError: (text) => (out += text),
    readInput: () => Promise.resolve(new Uint8Array()),
    color: false,
    columns: 100,
    cwd,
    env: {},
    now: () => new Date(0),
    signal: new AbortController().signal,
  });
  return { code, out };
}
