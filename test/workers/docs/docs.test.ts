import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";

async function get(path: string): Promise<Response> {
  return exports.default.fetch(`http://stele.test${path}`);
}

test("every rule has a page that says what it wants, with an example of each kind", async () => {
  const list = await (await get("/docs/rules")).text();
  for (const { id } of [...RULES, ...SCOPE_RULES, ...COMMON_RULES]) {
    expect(list).toContain(`href="/docs/rules/${id}"`);
    const response = await get(`/docs/rules/${id}`);
    expect(response.status, id).toBe(200);
    const html = await response.text();
    expect(html, id).toContain('id="not-ok"');
    expect(html, id).toContain('id="ok"');
  }
});

test("a rule that does not exist is a page not found", async () => {
  const response = await get("/docs/rules/no-such-rule");
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("Page not found");
});
