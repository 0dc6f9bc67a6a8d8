/** The page /check in a real browser: what it finds, and that nothing leaves. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { AxeResults } from "axe-core";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import type { Finding } from "#core/base/finding.ts";

import { check } from "../../tooling/cli/commands/check.ts";
import { ROOT } from "../harness.ts";
import { openSite, type OpenSite } from "./open-site.ts";

const NAME = "scs-0117-v2-backups.md";
const FAULTY = `---
title: Backups
type: Standard
status: final
track: IaaS
replaces: scs-0117-v1-backups.md
---

## Introduction

A secret -- and “more”. <script>alert(1)</script> ![](https://tracker.test/pixel.png)
`;

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ isCrawled: false });
});
afterAll(() => site?.close());

async function openCheck(): Promise<{ page: Page; requests: Request[]; complaints: string[] }> {
  const page = await site.open(undefined, { viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${site.url}/check`, { waitUntil: "networkidle" });
  const requests: Request[] = [];
  page.context().on("request", (request) => requests.push(request));
  return { page, requests, complaints };
}

async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#check-name").fill(NAME);
  await page.locator("#check-text").fill(text);
  // The page waits for a pause in typing; until then the counts are those of the name alone.
  await page.waitForTimeout(1_000);
  await settled(page);
}

/** Waits for the counts of a check. */
async function settled(page: Page): Promise<void> {
  await page
    .locator("#check-status")
    .filter({ hasText: /^(?:No findings|\d|The change brings)/ })
    .waitFor();
}

async function shownRules(page: Page): Promise<string[]> {
  return page.locator("#check-findings li .finding-head a").allInnerTexts();
}

test("a pasted document gets the findings of the command line, and nothing of it leaves the browser", async () => {
  const { page, requests, complaints } = await openCheck();
  await paste(page, FAULTY);
  const expected = await checkFiles([{ path: NAME, bytes: new TextEncoder().encode(FAULTY) }]);
  expect(await shownRules(page)).toEqual(expected.findings.map(({ ruleId }) => ruleId));
  expect(expected.findings.map(({ ruleId }) => ruleId)).toContain("typography/m-dash");
  expect(await page.locator("#check-findings a").first().getAttribute("href")).toMatch(/^\/docs\/rules\/[a-z-]+$/);
  // Only parts of the program are fetched, from us, and the addresses say nothing about the document.
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests) {
    expect(request.method()).toBe("GET");
    expect(request.url()).toMatch(new RegExp(`^${site.url}/assets/check-(?:engine|style)-[0-9a-f]{10}\\.js$`));
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

describe("the page, the API and the command say the same", () => {
  const SOURCE = join(ROOT, "standards-src");
  const folder = mkdtempSync(join(tmpdir(), "stele-three-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** A new document with faults, and a Stable one that asks for more. */
  const CHANGED = {
    [NAME]: FAULTY.replace("<script>", "[gone](scs-0999-v1-gone.md) <script>"),
    "scs-0100-v3-flavor-naming.md": readFileSync(
      join(SOURCE, "documents/scs-0100-v3-flavor-naming.md"),
      "utf8",
    ).replace("## Motivation", "Flavors MUST be renamed within 2 days.\n\n## Motivation"),
  };

  test("of one document", async () => {
    const cwd = treeOf("one", { [NAME]: FAULTY });
    const { page } = await openCheck();
    await choose(page, { [NAME]: FAULTY });
    const command = await runCheck(["-", "--stdin-path", `documents/${NAME}`, "--format", "json"], cwd, FAULTY);
    const address = `${site.url}/api/v1/validate/documents?path=documents/${NAME}`;
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "text/markdown" },
      body: FAULTY,
    });
    const api: Answer = await answer.json<Answer>();
    expect(api.findings.length).toBeGreaterThan(5);
    expect(api).toEqual(command);
    expect(await shownFindings(page)).toEqual(inWords(api));
    await page.context().close();
  });

  test("of several documents that are a whole tree", async () => {
    const cwd = treeOf("several", CHANGED);
    const { page } = await openCheck();
    await page.locator("#check-whole").check();
    await choose(page, CHANGED);
    const command = await runCheck(["--format", "json"], cwd);
    const api = await post({ documents: filesOf(CHANGED), complete: true });
    expect(api.findings.map(({ ruleId }) => ruleId)).toContain("link-target");
    expect(api).toEqual(command);
    expect(await shownFindings(page)).toEqual(inWords(api));
    await page.context().close();
  });

  test("of a change of what is published, with a verdict", async () => {
    cpSync(SOURCE, join(folder, "base"), { recursive: true });
    cpSync(SOURCE, join(folder, "head"), { recursive: true });
    for (const { path, text } of filesOf(CHANGED)) writeFileSync(join(folder, "head", path), text);
    const { page, requests } = await openCheck();
    await choose(page, CHANGED);
    await page.locator("#check-against").selectOption("published");
    await page.locator("#check-verdict").waitFor();
    await settled(page);
    const command = await runCheck(["--base", "../base", "--format", "json"], join(folder, "head"));
    const api = await post({ documents: textsOf("head"), base: textsOf("base"), complete: true });
    expect(api.verdict).toMatchObject({ allowed: false, kind: "edit-stable", kinds: ["edit-stable", "add-document"] });
    expect(api).toEqual(command);
    expect(await shownFindings(page)).toEqual(inWords(api));
    const answer = (await page.locator(".verdict-answer").innerText()).replaceAll(/\s+/g, " ");
    expect(api.verdict?.summary).toBe(answer.replace("Not allowed", "Not allowed as it is:"));
    expect(await shownFindings(page, "#check-verdict .finding-list > li:has(.finding-head a)")).toEqual(
      inWords({ findings: api.verdict?.reasons ?? [] }),
    );
    expect(await page.locator("#check-verdict").innerText()).toContain("2 days");
    // What is published comes in one piece that does not depend on what is checked.
    const others = requests.map((request) => request.url()).filter((url) => !url.includes("/assets/"));
    expect(others).toEqual([`${site.url}/check/published.json`]);
    await page.context().close();
  });

  test("of a folder, which is a tree of its own", async () => {
    const { page } = await openCheck();
    await page.locator("#check-profile").selectOption("strict");
    await page.locator("#check-folder").setInputFiles(SOURCE);
    await settled(page);
    const command = (await runCheck([SOURCE, "--profile", "strict", "--format", "json"], SOURCE)) as Answer;
    expect(command.findings.length).toBeGreaterThan(20);
    expect(await shownFindings(page)).toEqual(inWords(command));
    // Every document can be opened; its text and preview come with it.
    await page.getByRole("button", { name: "scs-0112-v1-sonic.md" }).click();
    await expect.poll(() => page.locator("#check-preview .preview-title").innerText()).toContain("SONiC");
    await page.context().close();
  });

  function treeOf(name: string, texts: Readonly<Record<string, string>>): string {
    mkdirSync(join(folder, name, "documents"), { recursive: true });
    cpSync(join(SOURCE, "stele.config.yaml"), join(folder, name, "stele.config.yaml"));
    // That the tree lacks a folder which its configuration names is seen by the command alone.
    for (const { name: part } of readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      mkdirSync(join(folder, name, part), { recursive: true });
      writeFileSync(join(folder, name, part, "keep.txt"), "");
    }
    writeFileSync(join(folder, name, "accounts.yaml"), "accounts: []\n");
    for (const { path, text } of filesOf(texts)) writeFileSync(join(folder, name, path), text);
    return join(folder, name);
  }

  function filesOf(texts: Readonly<Record<string, string>>): { path: string; text: string }[] {
    return Object.entries(texts).map(([name, text]) => ({ path: `documents/${name}`, text }));
  }

  /** The documents and scopes of a copy of the published tree. */
  function textsOf(name: string): { path: string; text: string }[] {
    return ["documents", "scopes"].flatMap((part) =>
      readdirSync(join(folder, name, part))
        .filter((file) => file !== "README.md")
        .map((file) => ({ path: `${part}/${file}`, text: readFileSync(join(folder, name, part, file), "utf8") })),
    );
  }

  async function post(body: object): Promise<Answer> {
    const answer = await fetch(`${site.url}/api/v1/validate/documents`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return answer.json<Answer>();
  }
});

/** What the answer of the API and the JSON of the command hold. */
interface Answer {
  readonly findings: readonly Finding[];
  readonly verdict?: { readonly summary: string; readonly reasons: readonly Finding[] };
}

async function runCheck(args: readonly string[], cwd: string, input = ""): Promise<unknown> {
  let out = "";
  await check.run(args, {
    writeOut: (text) => (out += text),
    writeError: (text) => (out += text),
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
    color: false,
    columns: 100,
    cwd,
    env: {},
    now: () => new Date(0),
    signal: new AbortController().signal,
  });
  return JSON.parse(out);
}

async function choose(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(texts).map(([name, text]) => ({
    name,
    mimeType: "text/markdown",
    buffer: Buffer.from(text),
  }));
  await page.locator("#check-file").setInputFiles(files);
  await settled(page);
}

/** Findings as the page shows them: place, rule, message. */
function inWords({ findings }: Pick<Answer, "findings">): string[] {
  return findings.map(
    ({ severity, ruleId, message, place: { start } }) =>
      `${severity} Line ${start.line}, column ${start.column} ${ruleId} ${message.replaceAll("`", "")}`,
  );
}

async function shownFindings(page: Page, items = "#check-findings > li"): Promise<string[]> {
  const texts = await page.locator(items).evaluateAll((found) =>
    found.map((item) => {
      const head = item.querySelector(".finding-head");
      return [...(head?.children ?? []), head?.nextElementSibling].map((part) => part?.textContent).join(" ");
    }),
  );
  return texts.map((text) => text.replace(/^\w+/, (severity) => severity.toLowerCase()));
}

test("the preview is what publishing would show: no script, no picture from elsewhere", async () => {
  const { page } = await openCheck();
  await paste(page, FAULTY);
  expect(await page.locator("#check-preview .preview-title").innerText()).toBe("Backups");
  expect(await page.locator("#check-preview h2").innerText()).toContain("Introduction");
  expect(await page.locator("#check-preview script, #check-preview img").count()).toBe(0);
  await page.context().close();
});

test("by keyboard: to the place of a finding, and its repair", async () => {
  const { page } = await openCheck();
  await paste(page, FAULTY);
  await page.getByRole("button", { name: "Line 4, column 9" }).press("Enter");
  expect(
    await page.evaluate(
      "getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)",
    ),
  ).toBe("final");
  await page.getByRole("button", { name: "Write replaces as a list" }).press("Enter");
  await expect.poll(() => page.locator("#check-text").inputValue()).toContain("replaces:\n  - scs-0117");
  expect(await page.evaluate("document.activeElement.id")).toBe("check-status");
  await page.context().close();
});

test("all repairs at once, then the file as it is now", async () => {
  const { page } = await openCheck();
  await paste(page, FAULTY);
  await page.locator("#check-repair-all").click();
  await expect.poll(() => page.locator("#check-text").inputValue()).toContain("A secret — and");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#check-download").click()]);
  expect(download.suggestedFilename()).toBe(NAME);
  const saved = readFileSync((await download.path()) ?? "", "utf8");
  expect(saved).toBe(await page.locator("#check-text").inputValue());
  await page.context().close();
});

test("a file keeps its bytes: what a text field would level is still found", async () => {
  const { page } = await openCheck();
  const buffer = Buffer.from(`\uFEFF${FAULTY.replaceAll("\n", "\r\n")}`);
  await page.locator("#check-file").setInputFiles({ name: NAME, mimeType: "text/markdown", buffer });
  await settled(page);
  expect(await shownRules(page)).toEqual(expect.arrayContaining(["byte-order-mark", "line-endings"]));
  expect(await page.locator("#check-name").inputValue()).toBe(NAME);
  await page.context().close();
});

test("a file that is dropped is checked like one that is chosen", async () => {
  const { page } = await openCheck();
  await page.evaluate(
    `const data = new DataTransfer();
     data.items.add(new File([${JSON.stringify(FAULTY)}], ${JSON.stringify(NAME)}, { type: "text/markdown" }));
     document.getElementById("check-text").dispatchEvent(
       new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }),
     );`,
  );
  await settled(page);
  expect(await shownRules(page)).toContain("front-matter-value");
  expect(await page.locator("#check-name").inputValue()).toBe(NAME);
  await page.context().close();
});

test("a clean document of the tree has no findings in the browser either", async () => {
  const { page } = await openCheck();
  const name = "scs-0112-v1-sonic.md";
  const path = join(ROOT, "standards-src/documents", name);
  await page.locator("#check-file").setInputFiles(path);
  await settled(page);
  expect(await shownRules(page)).toEqual([]);
  expect(await page.locator("#check-preview h2").count()).toBeGreaterThan(2);
  await page.context().close();
});

test.each([
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const)("with findings and a verdict it is accessible and fits, %o", async (screen) => {
  const page = await site.open("/check", screen);
  await choose(page, { [NAME]: FAULTY, "scs-0100-v3-flavor-naming.md": "" });
  await page.locator("#check-against").selectOption("published");
  await page.locator(".verdict-answer").waitFor();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  await page.context().close();
});

test("without scripts the page says what to do instead", async () => {
  const page = await site.open("/check", { javaScriptEnabled: false });
  expect(await page.locator("#check").isVisible()).toBe(false);
  expect(await page.locator("noscript p").isVisible()).toBe(true);
  expect(await page.locator("main").innerText()).toContain("stele check");
  await page.context().close();
});
