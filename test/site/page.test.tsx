import { describe, expect, test } from "vitest";

import { renderPage } from "#site/page.tsx";

import { headingRanks, policyViolations } from "./inspect-html.ts";
import { SITE } from "./sample-site.ts";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;

describe("every page", () => {
  test("escapes whatever text it is given, wherever it stands", () => {
    const html = renderPage({
      site: { ...SITE, name: HOSTILE, title: HOSTILE, notice: HOSTILE, community: HOSTILE },
      path: `/${HOSTILE}`,
      title: HOSTILE,
      description: HOSTILE,
      section: "none",
      breadcrumb: [{ href: `/${HOSTILE}`, text: HOSTILE }, { text: HOSTILE }],
      children: HOSTILE,
    });
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img");
    expect(policyViolations(html)).toEqual([]);
  });

  test("is a document in English with one main landmark, one heading of the first rank and a way to skip the frame", () => {
    const html = renderPage({ site: SITE, path: "/x", title: "Title", section: "none", children: <p>Text</p> });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(headingRanks(html)).toEqual([1]);
    expect(html.indexOf('<a class="skip-link" href="#content">')).toBeLessThan(html.indexOf("<header"));
    expect(html).toContain('<main id="content"');
    expect(html).toContain("<title>Title · Office</title>");
  });

  test("marks the part of the site it belongs to", () => {
    const html = renderPage({ site: SITE, path: "/x", title: "T", section: "decisions" });
    expect(html.match(/aria-current="true">/g)).toHaveLength(1);
    expect(html).toContain('<a href="/decisions" aria-current="true">');
  });

  test("says its canonical address, unless it is not to be found by search engines", () => {
    const page = { site: SITE, path: "/x", title: "T", section: "none" } as const;
    expect(renderPage(page)).toContain('<link rel="canonical" href="/x"/>');
    const hidden = renderPage({ ...page, noindex: true });
    expect(hidden).toContain('<meta name="robots" content="noindex"/>');
    expect(hidden).not.toContain("canonical");
  });

  test("says in words that it shows demonstration data", () => {
    const html = renderPage({ site: SITE, path: "/x", title: "T", section: "none", demo: true });
    expect(html).toContain("This page shows demonstration data.");
  });

  test("names the same facts for machines", () => {
    const alternates = [{ type: "application/json", href: "/x.json", title: "Data" }];
    const html = renderPage({ site: SITE, path: "/x", title: "T", section: "none", alternates });
    expect(html).toContain('<link rel="alternate" type="application/json" href="/x.json" title="Data"/>');
  });

  test("puts the contents between the title and the text, so that it is read in this order", () => {
    const html = renderPage({
      site: SITE,
      path: "/x",
      title: "T",
      section: "none",
      aside: <i>A</i>,
      children: <b>B</b>,
    });
    const order = ["<h1>", "<i>A</i>", "<b>B</b>"].map((part) => html.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  test("gives the same bytes for the same data", () => {
    const page = { site: SITE, path: "/x", title: "T", section: "none", children: <p>Text</p> } as const;
    expect(renderPage(page)).toBe(renderPage(page));
  });
});
