import { expect, test } from "vitest";

import { followRedirects, SCS_REDIRECTS } from "#core/standards/publishing/redirects.ts";
import { parseTreeConfig } from "#core/standards/publishing/site-config.ts";

test("a chain of redirects is followed to its end", () => {
  const redirects = [
    { from: "/a", to: "/b" },
    { from: "/b/", to: "/c" },
  ];
  expect(followRedirects("/a", redirects)).toBe("/c");
  expect(followRedirects("/c", redirects)).toBeUndefined();
});

test("a circle ends", () => {
  const redirects = [
    { from: "/a", to: "/b" },
    { from: "/b", to: "/a" },
  ];
  expect(followRedirects("/a", redirects)).toBeUndefined();
});

test("a tree without redirects has those of the SCS, and six of its documents had other numbers", () => {
  expect(parseTreeConfig("site: { name: X }\n").config.site.redirects).toBe(SCS_REDIRECTS);
  expect(SCS_REDIRECTS.filter(({ from }) => /scs-\d{4}-/.test(from))).toHaveLength(6);
});

test("a tree names its own", () => {
  const { config, findings } = parseTreeConfig("redirects:\n  - { from: /old, to: /standards/new#part }\n");
  expect(findings).toEqual([]);
  expect(config.site.redirects).toEqual([{ from: "/old", to: "/standards/new#part" }]);
});

test("a redirect never leads to another host", () => {
  for (const to of ["//evil.example", "https://evil.example", "/\\evil.example", "/ x"]) {
    expect(parseTreeConfig(`redirects:\n  - { from: /old, to: '${to}' }\n`).findings).toHaveLength(1);
  }
});
