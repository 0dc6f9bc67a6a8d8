/** The page that the site of the SCS standards is measured by: flavor naming, with its whole text among all documents. */
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";
import { expect, test } from "vitest";

import { ensureChromium } from "../../tooling/gate/chromium.ts";
import { publishTree } from "../../tooling/publishing/publish-tree.ts";
import { readTree } from "../../tooling/publishing/read-tree.ts";
import { startStele } from "../harness.ts";
import { expectLight, measureColdLoad } from "./cold-load.ts";

const SCS = "../shared/corpus/scs/standards-repo";
const PAGE = "/standards/scs-0100-v3-flavor-naming";

test.skipIf(!existsSync(SCS))("the flavor naming page loads cold with at most 5 requests and 35 kB", async () => {
  const stele = await startStele();
  const browser = await chromium.launch({ executablePath: ensureChromium(() => undefined), args: ["--no-sandbox"] });
  try {
    await publishTree({ url: stele.url, token: stele.operatorToken }, await readTree(SCS));
    const load = await measureColdLoad(await browser.newPage(), stele.url + PAGE);
    console.log(`${PAGE}, whole text: ${load.requests.length} requests, ${load.bytes} bytes`);
    expectLight(load, stele.url);
    expect(load.bytes).toBeGreaterThan(13_000);
  } finally {
    await browser.close();
    await stele.close();
  }
});
