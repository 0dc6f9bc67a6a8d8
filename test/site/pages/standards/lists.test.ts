import { describe, expect, test } from "vitest";

import { decisionsPage } from "#site/pages/standards/decisions.tsx";
import { docsRulePage } from "#site/pages/docs/docs-rule.tsx";
import { docsRulesPage } from "#site/pages/docs/docs-rules.tsx";
import { homePage } from "#site/pages/home.tsx";
import { notFoundPage } from "#site/pages/not-found.tsx";
import { numberPage } from "#site/pages/standards/number.tsx";
import { problemPage } from "#site/pages/problem.tsx";
import { releasePage } from "#site/pages/releases/release.tsx";
import { releasesPage, type ReleaseEntry } from "#site/pages/releases/releases.tsx";
import { standardsOverviewPage } from "#site/pages/standards/standards-overview.tsx";
import { trackPage } from "#site/pages/standards/track.tsx";
import { findDocument, type TrackEntry } from "#site/standards-index.ts";

import { headingRanks, headingSkips, policyViolations, repeatedIds, textOf } from "../../inspect-html.ts";
import { DOCUMENTS, indexOf, sampleDocument, SITE, TODAY } from "../../sample-site.ts";

const index = indexOf(DOCUMENTS);
const names = findDocument(index, "sam-0100-v2-names") as NonNullable<ReturnType<typeof findDocument>>;
const RELEASE: ReleaseEntry = {
  href: "/releases/r1",
  title: "Release <1>",
  version: "R1",
  releasedAt: "2024-09-11",
  description: "The first.",
  components: Array.from({ length: 9 }, (_, number) => ({ name: `Part ${number}`, version: "1" })),
};

const RULE = {
  id: "slug-start",
  severity: "warning" as const,
  summary: "The slug starts with a <letter>.",
  source: { clause: "SCS-0001, Document format", url: "https://example.org/#format" },
};

const PAGES: Record<string, string> = {
  overview: standardsOverviewPage({ site: SITE, index, today: TODAY }),
  "empty overview": standardsOverviewPage({ site: SITE, index: [], today: TODAY }),
  track: trackPage({ site: SITE, index, track: index[1] as TrackEntry, today: TODAY }),
  number: numberPage({ site: SITE, index, track: names.track, number: names.number, today: TODAY }),
  decisions: decisionsPage({ site: SITE, index }),
  "no decisions": decisionsPage({ site: SITE, index: [] }),
  releases: releasesPage({ site: SITE, releases: [RELEASE] }),
  "no releases": releasesPage({ site: SITE, releases: [] }),
  release: releasePage({ site: SITE, release: RELEASE, fragment: "<p>Notes</p>", toc: [] }),
  home: homePage({ site: SITE, index, today: TODAY, clouds: [], releases: [RELEASE] }),
  "empty home": homePage({ site: SITE, index: [], today: TODAY, clouds: [], releases: [] }),
  "not found": notFoundPage({ site: SITE, path: "/<b>", suggestions: [{ href: "/x", text: "X" }] }),
  "list of rules": docsRulesPage({ site: SITE, rules: [RULE] }),
  rule: docsRulePage({ site: SITE, rule: RULE, fragment: "<p>Why</p>", toc: [] }),
  problem: problemPage({ site: SITE, path: "/", status: 413, title: "Too large", detail: "Send at most 10 MB." }),
};

describe.each(Object.keys(PAGES))("the page `%s`", (name) => {
  const html = PAGES[name] ?? "";

  test("has one title, headings in order, no id twice, and keeps to the policy", () => {
    expect(headingRanks(html).filter((rank) => rank === 1)).toHaveLength(1);
    expect(headingSkips(html)).toEqual([]);
    expect(repeatedIds(html)).toEqual([]);
    expect(policyViolations(html)).toEqual([]);
    expect(html).not.toContain("undefined");
    expect(html).not.toContain("[object");
  });
});

describe("the overview", () => {
  test("puts each version into the column of what it is today", () => {
    const row = /<tr id="sam-0100".*?<\/tr>/.exec(PAGES["overview"] ?? "")?.[0] ?? "";
    const cells = row.split("<td").map((cell) => textOf(`<td${cell}`));
    expect(cells.slice(-3)).toEqual(["Draft v3", "Effective v2", "Deprecated v1"]);
  });

  test("shows supplements under the title of their number, without repeating it", () => {
    expect(textOf(PAGES["overview"] ?? "")).toContain("Good Names Supplement w1: Notes");
  });

  test("tells dates that are still to come", () => {
    const documents = [
      sampleDocument("sam-0100-v1-a", { stabilizedAt: "2020-01-01", deprecatedAt: "2027-02-01" }),
      sampleDocument("sam-0101-v1-b", { stabilizedAt: "2027-03-01" }),
    ];
    const text = textOf(standardsOverviewPage({ site: SITE, index: indexOf(documents), today: TODAY }));
    expect(text).toContain("v1 until 1 February 2027");
    expect(text).toContain("v1 from 1 March 2027");
  });

  test("narrows to the numbers that have a version in the asked phase, and marks the choice", () => {
    const numbersOf = (status: string) => {
      const html = standardsOverviewPage({ site: SITE, index, today: TODAY, status });
      const current = /aria-current="true">([^<]*)<\/a>[^<]*<span class="count">(\d+)</.exec(html);
      return [current?.slice(1), [...html.matchAll(/<tr id="([^"]*)"/g)].map((match) => match[1])];
    };
    expect(numbersOf("effective")).toEqual([["In force", "1"], ["sam-0100"]]);
    expect(numbersOf("draft")).toEqual([
      ["Draft", "3"],
      ["sam-0001", "sam-0100", "sam-0110"],
    ]);
    expect(numbersOf("nonsense")).toEqual([
      ["All", "3"],
      ["sam-0001", "sam-0100", "sam-0110"],
    ]);
  });

  test("says what to do when nothing is published", () => {
    expect(textOf(PAGES["empty overview"] ?? "")).toContain("stele publish DIRECTORY --to URL");
  });
});

describe("the other lists", () => {
  test("show versions newest first on the page of a number", () => {
    expect([...(PAGES["number"] ?? "").matchAll(/<tr id="(v\d)"/g)].map((match) => match[1])).toEqual([
      "v3",
      "v2",
      "v1",
    ]);
  });

  test("show decision records only in the log of decisions", () => {
    const text = textOf(PAGES["decisions"] ?? "");
    expect(text).toContain("0110 v1 Fast disks Two are enough. IaaS Draft");
    expect(text).not.toContain("Good Names");
  });

  test("name the first components of a release and count the others", () => {
    expect(textOf(PAGES["releases"] ?? "")).toContain("Part 5 1 · 3 more");
  });

  test("count on the start page what is in force, and tell only changes that have happened", () => {
    const text = textOf(PAGES["home"] ?? "");
    expect(text).toContain("On 20 November 2026: 1 documents in force, 3 in draft, 1 deprecated.");
    const future = [sampleDocument("sam-0100-v1-a", { title: "Later", stabilizedAt: "2027-01-01" })];
    const page = homePage({ site: SITE, index: indexOf(future), today: TODAY, clouds: [], releases: [] });
    expect(page).not.toContain("Later");
  });

  test("mark made-up clouds on the start page, and the page itself", () => {
    const cloud = { subject: "c", name: "C", description: "", operator: "" };
    const clouds = [{ cloud, href: "/c", scope: "S v1", status: "pass" as const, verdict: "Passes", isDemo: true }];
    const text = textOf(homePage({ site: SITE, index, today: TODAY, clouds, releases: [] }));
    expect(text).toContain("C Demo S v1 Passes");
    expect(text).toContain("This page shows demonstration data.");
  });

  test("lead from a rule to the clause that asks for it, and say how to switch it off", () => {
    expect(PAGES["list of rules"]).toContain('<a class="number-link" href="/docs/rules/slug-start">slug-start</a>');
    const text = textOf(PAGES["rule"] ?? "");
    expect(text).toContain("Severity Warning Source SCS-0001, Document format");
    expect(text).toContain("<!-- stele-disable-next-line slug-start -- reason -->");
  });

  test("keep error pages away from search engines and show the address as text", () => {
    expect(PAGES["not found"]).toContain('content="noindex"');
    expect(PAGES["not found"]).toContain("<code>/&lt;b&gt;</code>");
    expect(textOf(PAGES["problem"] ?? "")).toContain("413 Too large Send at most 10 MB.");
  });
});
