/** SBOMs published as docs/api.md says: with curl, signed by a real ssh-keygen; and found from the release that they belong to. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { publishFolder, ROOT, startStele, type TestStele } from "../harness.ts";

const TOKEN = "token-of-the-conformance-tests";
const RELEASES = join(ROOT, "standards-src/releases");

let stele: TestStele;
let folder: string;

beforeAll(async () => {
  stele = await startStele();
  folder = mkdtempSync(join(tmpdir(), "stele-sbom-"));
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "laptop", "-f", join(folder, "key")]);
  const [type = "", blob = ""] = readFileSync(join(folder, "key.pub"), "utf8").split(" ");
  const hash = `sha256:${createHash("sha256").update(TOKEN).digest("hex")}`;
  const insertKey = "INSERT INTO public_key (subject, name, type, blob) VALUES ('publisher', 'laptop', ?1, ?2)";
  await stele.env.DB.batch([
    stele.env.DB.prepare("INSERT INTO account (subject, demo) VALUES ('publisher', 0)"),
    stele.env.DB.prepare("INSERT INTO api_key (hash, subject) VALUES (?1, 'publisher')").bind(hash),
    stele.env.DB.prepare(insertKey).bind(type, blob),
  ]);
  await publishFolder(stele, join(ROOT, "standards-src"));
});
afterAll(async () => {
  await stele?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs curl; answers the body, with the status behind it in a line of its own. */
function curl(...args: string[]): { readonly status: number; readonly answer: Record<string, unknown> } {
  const output = execFileSync("curl", ["-sS", "-w", "\n%{http_code}", ...args], { encoding: "utf8" });
  const end = output.lastIndexOf("\n");
  return { status: Number(output.slice(end + 1)), answer: JSON.parse(output.slice(0, end)) as Record<string, unknown> };
}

function sign(name: string): string {
  const copy = join(folder, name);
  writeFileSync(copy, readFileSync(join(RELEASES, name)));
  execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-n", "sbom", "-f", join(folder, "key"), copy], { stdio: "ignore" });
  return copy;
}

test("curl and ssh-keygen publish without a token, and the signature can be verified again by anybody", async () => {
  const file = sign("r6.cdx.json");
  const { status, answer } = curl("-F", `sbom=@${file}`, "-F", `signature=@${file}.sig`, `${stele.url}/api/v1/sboms`);
  expect([status, answer["uploadedBy"]]).toEqual([201, "publisher"]);
  const page = String(answer["page"]);
  const signature = await (await fetch(`${stele.url}${page}/signature`)).text();
  const bytes = Buffer.from(await (await fetch(`${stele.url}${page}/raw`)).arrayBuffer());
  writeFileSync(join(folder, "again.sig"), signature);
  writeFileSync(join(folder, "signers"), `publisher ${readFileSync(join(folder, "key.pub"), "utf8")}`);
  const verify = [
    "-Y",
    "verify",
    "-n",
    "sbom",
    "-I",
    "publisher",
    "-f",
    join(folder, "signers"),
    "-s",
    join(folder, "again.sig"),
  ];
  expect(execFileSync("ssh-keygen", verify, { input: bytes, encoding: "utf8" })).toContain("Good");
});

test("a token publishes with `--data-binary`, and the release leads to its SBOM and to what changed since the one before", async () => {
  const file = sign("r7.cdx.json");
  const headers = ["-H", `Authorization: Bearer ${TOKEN}`, "-H", "Content-Type: application/vnd.cyclonedx+json"];
  const { status, answer } = curl(...headers, "--data-binary", `@${file}`, `${stele.url}/api/v1/sboms`);
  expect(status).toBe(201);
  const { answer: list } = curl(`${stele.url}/sboms.json`);
  const sboms = list["sboms"] as readonly { readonly id: string }[];
  const earlier = sboms.find(({ id }) => id !== answer["id"])?.id;
  const release = await (await fetch(`${stele.url}/releases/r7`)).text();
  expect(release).toContain(`href="/sboms/${String(answer["id"])}"`);
  expect(release).toContain(`href="/sboms/${earlier}/diff/${String(answer["id"])}"`);
  const diff = await fetch(`${stele.url}/sboms/${earlier}/diff/${String(answer["id"])}`);
  expect(diff.status).toBe(200);
});

test("a report's signature is none for an SBOM", () => {
  const file = join(folder, "r5.cdx.json");
  writeFileSync(file, readFileSync(join(RELEASES, "r5.cdx.json")));
  execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-n", "report", "-f", join(folder, "key"), file], {
    stdio: "ignore",
  });
  const { status, answer } = curl("-F", `sbom=@${file}`, "-F", `signature=@${file}.sig`, `${stele.url}/api/v1/sboms`);
  expect([status, answer["title"]]).toEqual([401, "Wrong signature"]);
});
