import { expect, test } from "vitest";

import { getPage, publishFiles, testDocument, type TestFile } from "../publish-tree.ts";

const CONFIG: TestFile = {
  path: "stele.config.yaml",
  kind: "config",
  text: `redirects:
  - { from: /standards/standards/overview, to: /standards }
  - { from: /standards/scs-0118-v1-rook-decision, to: /standards/scs-0119-v1-rook-decision }
  - { from: /standards/scs-0777-v1-gone, to: /standards/scs-0778-v1-never-published }
`,
};
const FLAVORS = testDocument("scs-0100-v3-Flavor-naming", { title: "Flavors" }, "Text.");
const ROOK = testDocument("scs-0119-v1-rook-decision", { title: "Rook", track: "KaaS" }, "Text.");

async function locationOf(path: string): Promise<string | null> {
  const response = await getPage(path);
  return response.status === 301 ? response.headers.get("location") : null;
}

test("old pages, short links and old numbers lead to the page of today", async () => {
  await publishFiles([CONFIG, FLAVORS, ROOK]);
  for (const [from, to] of [
    ["/standards/standards/overview", "/standards"],
    ["/standards/standards/overview/", "/standards"],
    ["/standards/scs-0118-v1-rook-decision", "/standards/scs-0119-v1-rook-decision"],
    ["/standards/scs-0100", "/standards/iaas/scs-0100"],
    ["/scs-0100", "/standards/iaas/scs-0100"],
    ["/SCS-0100", "/standards/iaas/scs-0100"],
    ["/scs-0100-v3", "/standards/scs-0100-v3-Flavor-naming"],
    ["/scs-0100-v3-flavor-naming", "/standards/scs-0100-v3-Flavor-naming"],
    ["/scs-0100-v3-Flavor-naming.md", "/standards/scs-0100-v3-Flavor-naming"],
    ["/standards/scs-0100-v3-old-slug", "/standards/scs-0100-v3-Flavor-naming"],
    ["/standards/scs-0555-v1-rook-decision", "/standards/scs-0119-v1-rook-decision"],
  ] as const) {
    expect([from, await locationOf(from)]).toEqual([from, to]);
    expect((await getPage(to)).status).toBe(200);
  }
});

test("a redirect to a page that is not published is no redirect", async () => {
  await publishFiles([CONFIG, FLAVORS]);
  expect((await getPage("/standards/scs-0777-v1-gone")).status).toBe(404);
});

test("an address with a slip is answered with pages that are near", async () => {
  await publishFiles([CONFIG, FLAVORS, ROOK]);
  for (const [path, near] of [
    ["/standards/scs-0119-v2-rook-decision", "/standards/scs-0119-v1-rook-decision"],
    ["/standards/decisons", "/decisions"],
    ["/relases", "/releases"],
  ] as const) {
    const response = await getPage(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(`<a href="${near}">`);
  }
});

test("whatever is asked for, the answer is a page of ours, and nothing of the address runs", async () => {
  await publishFiles([FLAVORS]);
  for (const path of [
    "/%",
    "/%E0%A4%A",
    "//evil.example",
    "/standards/<script>alert(1)</script>",
    `/${"x".repeat(5000)}`,
  ]) {
    const response = await getPage(path);
    expect([path.slice(0, 40), response.status]).toEqual([path.slice(0, 40), 404]);
    expect(await response.text()).not.toContain("<script>alert");
  }
});

test("no redirect leads to another host, whatever stands in the address", async () => {
  await publishFiles([CONFIG, FLAVORS, ROOK]);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());
  const odd = [
    "//evil.example/x",
    "/\\evil.example",
    "/%5Cevil.example",
    "//user@evil.example/",
    "/.//evil.example",
    "/x?y=\\z",
  ];
  for (const [base, rests] of [
    [`/as-of/${today}`, odd],
    ["/as-of/%5C%5Cevil.example", [""]],
    ["/preview/%2F%2Fevil.example", [""]],
    ["/as-of/ß", [""]],
    ["//evil.example", ["/standards/standards/overview", "/scs-0100"]],
  ] as const) {
    for (const rest of rests) {
      const response = await getPage(base + rest);
      const location = response.headers.get("location");
      if (location === null) expect([base + rest, response.status]).toEqual([base + rest, 404]);
      else expect(location).toMatch(/^\/(?!\/)[^\\]*$/);
    }
  }
  const response = await getPage(`/as-of/${today}//evil.example/x`);
  expect([response.status, response.headers.get("location")]).toEqual([302, "/evil.example/x"]);
});
