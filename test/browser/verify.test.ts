/** The page /verify in a real browser: certificates are checked there, nothing is uploaded. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { ensureChromium } from "../../tooling/gate/chromium.ts";
import { createCertifiedWorld, type CertifiedWorld } from "../conformance/scs-0004/certified-world.ts";

let world: CertifiedWorld;
let browser: Browser;
let page: Page;
let id: string;
const sent: string[] = [];

beforeAll(async () => {
  world = await createCertifiedWorld();
  id = await world.certify("alpha");
  browser = await chromium.launch({ executablePath: ensureChromium(() => undefined), args: ["--no-sandbox"] });
  page = await browser.newPage();
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  page.on("console", (message) => sent.push(`console ${message.text()}`));
  await page.goto(`${world.stele.url}/verify`);
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function credential(form: "vc" | "jwt"): Promise<string> {
  return new TextDecoder().decode(await (await world.get(`/certificates/${id}.${form}`)).arrayBuffer());
}

/** Types a text, submits by keyboard and reads what the page says. */
async function verify(text: string): Promise<string> {
  await page.fill("#verify-text", "");
  await page.$eval("#verify-outcome", (outcome) => outcome.replaceChildren());
  await page.fill("#verify-text", text);
  await page.focus("#verify-form button");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#verify-outcome .mark");
  return page.innerText("#verify-outcome");
}

test("a certificate is valid in both forms, step by step", async () => {
  expect(await verify(await credential("jwt"))).toContain("The certificate is valid.");
  const outcome = await verify(await credential("vc"));
  expect(outcome).toContain("The certificate is valid.");
  for (const step of ["form", "signature", "issuer", "period", "status"]) expect(outcome).toContain(`${step}:`);
});

test("no verdict outlives what it was about: not while the next input is typed, nor when the check breaks", async () => {
  expect(await verify(await credential("vc"))).toContain("The certificate is valid.");
  await page.fill("#verify-text", "other");
  expect(await page.innerText("#verify-outcome")).toBe("");
  expect(await verify(await credential("vc"))).toContain("The certificate is valid.");
  await page.evaluate("globalThis.real = JSON.stringify; JSON.stringify = () => { throw new Error('on purpose'); }");
  await page.click("#verify-form button");
  await page.waitForFunction("document.querySelector('#verify-outcome').textContent.includes('broke')");
  expect(await page.innerText("#verify-outcome")).not.toContain("valid");
  await page.evaluate("JSON.stringify = globalThis.real");
  expect(await verify(await credential("vc"))).toContain("The certificate is valid.");
});

test("a file that is chosen is checked at once", async () => {
  const file = join(world.folder, "chosen.vc");
  writeFileSync(file, await credential("vc"));
  await page.$eval("#verify-outcome", (outcome) => outcome.replaceChildren());
  await page.setInputFiles("#verify-file", file);
  await page.waitForSelector("#verify-outcome .mark");
  expect(await page.innerText("#verify-outcome")).toContain("The certificate is valid.");
});

test("a changed character, and markup in a certificate, do no harm", async () => {
  const forged = (await credential("vc")).replace('"version":"v1"', '"version":"<img src=x onerror=alert(1)>"');
  expect(await verify(forged)).toContain("The certificate is not valid.");
  const renamed = (await credential("vc")).replace(/"name":"[^"]*"/, '"name":"<b id=injected>x</b>"');
  expect(await verify(renamed)).toContain("<b id=injected>x</b>");
  expect(await page.$("#injected")).toBeNull();
});

test("a certificate of another issuer is not asked about elsewhere: the page says what to use instead", async () => {
  const foreign = (await credential("vc")).replaceAll("did:web:127.0.0.1", "did:web:certs.example.org");
  const outcome = await verify(foreign.replaceAll(/certs\.example\.org%3A\d+/g, "certs.example.org"));
  expect(outcome).toContain("could not be checked completely");
  expect(outcome).toContain("stele verify");
});

test("the signature of a report is verified with the operator's key, and fails with one changed byte", async () => {
  const { uuid } = await world.report("alpha", 1);
  const bytes = async (path: string) => Buffer.from(await (await world.get(path, "alpha")).arrayBuffer());
  const [report, signature] = [await bytes(`/reports/${uuid}/raw`), await bytes(`/reports/${uuid}.sig`)];
  const verifyFiles = async (files: readonly Buffer[], keys: string): Promise<string> => {
    const [first, second] = files.map((buffer, index) => ({ name: `${index}.txt`, mimeType: "text/plain", buffer }));
    await page.$eval("#report-outcome", (outcome) => outcome.replaceChildren());
    await page.setInputFiles("#report-file", first === undefined ? [] : [first]);
    await page.setInputFiles("#signature-file", second === undefined ? [] : [second]);
    await page.fill("#report-keys", keys);
    await page.focus("#report-form button");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#report-outcome .mark");
    return page.innerText("#report-outcome");
  };
  const key = world.publicKey("alpha");
  expect(await verifyFiles([report, signature], key)).toMatch(/Genuine Signed with the key alpha \(SHA256:/);
  expect(await verifyFiles([Buffer.concat([signature, Buffer.from("&"), report])], key)).toContain("Genuine");
  expect(await verifyFiles([Buffer.concat([report, Buffer.from(" ")]), signature], key)).toContain("Not verified");
  expect(await verifyFiles([report, signature], world.publicKey("bravo"))).toContain("Not verified");
  expect(await verifyFiles([report], key)).toContain("no signature in front");
  expect(await verifyFiles([report, signature], "hello")).toContain("no SSH public key");
});

test("nothing was sent but questions for keys and lists of this site, and no policy was broken", () => {
  const { url } = world.stele;
  expect(sent.filter((line) => !line.startsWith(`GET ${url}/`))).toEqual([]);
  const asked = new Set(
    sent.map((line) => line.slice(`GET ${url}`.length)).filter((path) => !path.startsWith("/assets/")),
  );
  expect([...asked].toSorted()).toEqual([
    "/.well-known/did.json",
    "/status-lists/revocation/1",
    "/status-lists/suspension/1",
    "/verify",
  ]);
});

test("after a revocation the same certificate is not valid, without loading the page again", async () => {
  const text = await credential("vc");
  expect((await world.run("forum", ["certificate", "revoke", id, "--reason", "It failed."])).code).toBe(0);
  expect(await verify(text)).toContain("It is revoked.");
});
