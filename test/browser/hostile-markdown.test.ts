/**
 * Collections of attacks by markup, written into documents in every place where an author can write, rendered, and given
 * to a browser without any policy that could save it: the renderer alone makes them harmless.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";

import { ensureChromium } from "../../tooling/gate/chromium.ts";

const PAYLOADS = "../shared/corpus/markdown/xss";
const HAS_CORPUS = existsSync(PAYLOADS);

/** Where a payload may stand in a document. */
const PLACES: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) =>
    [
      `| [a](<${payload}> "${payload}") | ${payload} |\n| --- | --- |\n| \`${payload}\` | <${payload}> |`,
      `Text ${payload} text, [link](${payload}), ![image](${payload}) and [named][x].`,
      `[x]: ${payload}`,
      `:::note[${payload}]\n# ${payload}\n\n\`\`\`${payload}\n${payload}\n\`\`\`\n:::`,
    ].join("\n\n"),
];

/** Documents per page that the browser is given. */
const CHUNK = 2000;

/** The whole collection on a busy machine. */
const TIMEOUT_IN_MS = 400_000;

/** What a page says about itself, as code that runs there. The protocol of an address that cannot be read is `:`. */
const WATCH = `for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => { window.ran = name; };`;
const INSPECT = `(() => {
  const harmless = new Set("A,BLOCKQUOTE,BR,CODE,DD,DEL,DIV,DL,DT,EM,H1,H2,H3,H4,H5,H6,HR,INPUT,LI,OL,P,PRE,SECTION,SPAN,STRONG,SUP,TABLE,TBODY,TD,TH,THEAD,TR,UL".split(","));
  const faults = new Set();
  if (window.ran !== undefined) faults.add("ran " + window.ran);
  for (const element of document.body.querySelectorAll("*")) {
    if (!harmless.has(element.tagName)) faults.add("element " + element.outerHTML.slice(0, 100));
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^src$|^srcdoc$|^formaction$|:/.test(name)) faults.add("attribute " + name + "=" + value.slice(0, 80));
    }
    if (element.tagName === "A" && element.hasAttribute("href") && ![":", "http:", "https:", "mailto:", "irc:", "ircs:", "xmpp:"].includes(element.protocol)) {
      faults.add("address " + element.getAttribute("href").slice(0, 80));
    }
  }
  return [...faults];
})()`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(() => undefined), args: ["--no-sandbox"] });
});
afterAll(() => browser?.close());

/** A page of an origin of its own, so that relative addresses have something to be relative to. */
async function openBlank(): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto("http://stele.test/");
  return page;
}

/** Every line of every list, every case of the suites, every whole file. */
function readPayloads(): string[] {
  const files = readdirSync(PAYLOADS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const payloads = files.flatMap(({ parentPath, name }) => {
    const text = readFileSync(join(parentPath, name), "utf8");
    if (!name.endsWith(".json")) return [text, ...text.split(/\r?\n/)];
    const cases = JSON.parse(text) as readonly { readonly payload?: string; readonly input?: string }[];
    return cases.map(({ payload, input }) => payload ?? input ?? "");
  });
  return [...new Set(payloads)].filter((payload) => payload.trim() !== "");
}

/** Rendered documents; whole files are too long to stand in a table. */
function render(payload: string): string[] {
  const places = payload.length > 2000 ? PLACES.slice(0, 1) : PLACES;
  return places.map((place) => {
    const text = place(payload);
    return renderMarkdown(parseMarkdown(text), text, (url) => url).html;
  });
}

test.skipIf(!HAS_CORPUS)(
  "no script, handler, request or `javascript:` address remains",
  { timeout: TIMEOUT_IN_MS },
  async () => {
    const payloads = readPayloads();
    expect(payloads.length).toBeGreaterThan(5000);
    const documents = payloads.flatMap(render);
    const page = await openBlank();
    const events: string[] = [];
    page.on("request", (request) => events.push(`request ${request.url()}`));
    page.on("dialog", (dialog) => {
      events.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => events.push(`error ${error.message}`));
    await page.evaluate(WATCH);
    const faults: string[] = [];
    for (let from = 0; from < documents.length; from += CHUNK) {
      await page.setContent(`<!doctype html><body>${documents.slice(from, from + CHUNK).join("\n")}</body>`);
      faults.push(...(await page.evaluate<string[]>(INSPECT)));
    }
    expect(faults).toEqual([]);
    expect(events).toEqual([]);
  },
);

test.skipIf(!HAS_CORPUS)("the watch sees what it looks for", async () => {
  const page = await openBlank();
  await page.evaluate(WATCH);
  await page.setContent('<!doctype html><body><a href="javascript:1" onclick="1">x</a><img src="data:,"></body>');
  await page.evaluate("alert(1)");
  const faults = (await page.evaluate<string[]>(INSPECT)).map((fault) => fault.split(" ")[0]);
  expect(faults).toEqual(expect.arrayContaining(["ran", "element", "attribute", "address"]));
});
