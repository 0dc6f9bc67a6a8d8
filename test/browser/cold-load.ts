/** What a browser that was never here before loads to show a page. */
import { gzipSync } from "node:zlib";

import type { Page } from "playwright-core";
import { expect } from "vitest";

/** A load, measured. */
export interface ColdLoad {
  readonly requests: readonly string[];
  /** Sum of the bodies as they travel, compressed. */
  readonly bytes: number;
  /** What the browser complained about: policies broken, files missing. */
  readonly complaints: readonly string[];
  /** Cumulative layout shift. */
  readonly shift: number;
}

/** Opens `url` in a page of a fresh context and looks on until nothing is loaded any more. */
export async function measureColdLoad(page: Page, url: string): Promise<ColdLoad> {
  const bodies: Promise<{ url: string; bytes: number }>[] = [];
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("response", (response) => {
    bodies.push(response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body).length })));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const shift = await page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 200);
  })`);
  const loaded = await Promise.all(bodies);
  const bytes = loaded.reduce((sum, one) => sum + one.bytes, 0);
  return { requests: loaded.map((one) => one.url), bytes, complaints, shift };
}

/** At most 5 requests and 35 kB, all of them to the site; nothing moves, nothing is refused. */
export function expectLight({ requests, bytes, complaints, shift }: ColdLoad, origin: string): void {
  expect(complaints).toEqual([]);
  expect(shift).toBeLessThan(0.001);
  expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(5);
  expect(bytes).toBeLessThan(35_000);
}
