import { describe, expect, test } from "vitest";

import { evaluateScope, type ResultValue } from "#core/compliance/standing/evaluate.ts";
import { escapeMarkdown, markdownLink } from "#core/compliance/monitor/markdown.ts";
import { monitorStatus } from "#core/compliance/monitor/status.ts";
import { tableCell, worstOf } from "#core/compliance/monitor/table-cell.ts";
import { detailView, reportView, scopeView, tableView } from "#core/compliance/monitor/views.ts";
import { validitiesOn } from "#core/standards/scopes/timeline.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { SAMPLE_SCOPE, scopeOf } from "../../standards/scopes/scope-samples.ts";

const SCOPE = scopeOf();
const LINKS = { base: "https://monitor.example", isFull: false };

function evaluate(values: Readonly<Record<string, ResultValue>>, scope = SCOPE, includeDrafts = false) {
  const results = Object.entries(values).map(([testcase, value]) => ({
    testcase,
    version: "*",
    value,
    checkedAt: "2026-08-26T01:02:03.456789Z",
    reportUuid: "r-1",
  }));
  return evaluateScope(scope, results, {
    now: new Date("2026-08-26T12:00:00Z"),
    calendar: UTC_CALENDAR,
    includeDrafts,
  });
}

const PASSED = evaluate({ "flavor-names": 1, "image-names": 1 });
const ABORTED = evaluate({ "flavor-names": 1, "image-names": 0 });
const MISSING = evaluate({ "flavor-names": 1 });
const RETIRING = evaluate({ "flavor-names": 1, "image-names": -1 });
const FAILED = evaluate({ "flavor-names": -1, "image-names": 1 });

describe("a cell of the table", () => {
  const retired = scopeOf(SAMPLE_SCOPE.replace("v1: warn", "v1: deprecated"));
  test.each([
    ["nothing was reported", undefined, "🛑 –"],
    ["nothing counts any more", evaluate({}), "🛑 –"],
    ["everything passes", PASSED, "✅ v2"],
    ["a test gave no verdict", ABORTED, "✅* v2"],
    ["a single result is there", MISSING, "🟧 v2"],
    ["the version is about to retire", RETIRING, "🟧 v1†"],
    ["the version is retired", evaluate({ "flavor-names": 1, "image-names": -1 }, retired), "🛑 v1††"],
    ["every version fails", FAILED, "🛑 –"],
    ["drafts are shown", evaluate({ "flavor-names": 1, "image-names": 1, entropy: 1 }, SCOPE, true), "✅ v3*, v2"],
  ])("when %s", (_name, evaluation, cell) => {
    expect(tableCell(evaluation)).toBe(cell);
  });
});

test("a group stands as its worst member does: failed, missing, without results, aborted, passed", () => {
  const none = evaluate({});
  expect(worstOf([PASSED, ABORTED, none, MISSING, FAILED])).toBe(FAILED);
  expect(worstOf([PASSED, ABORTED, none, MISSING])).toBe(MISSING);
  expect(worstOf([PASSED, ABORTED, none])).toBe(none);
  expect(worstOf([PASSED, ABORTED, undefined])).toBeUndefined();
  expect(worstOf([undefined, MISSING])).toBe(MISSING);
  expect(worstOf([PASSED, ABORTED])).toBe(ABORTED);
  expect(worstOf([])).toBeUndefined();
});

test("the status has the members that clients of the monitor read", () => {
  expect(monitorStatus(SCOPE, RETIRING)).toMatchObject({
    name: "Sample cloud",
    results: { "flavor-names": { result: 1, checked_at: "2026-08-26T01:02:03.456789", report: "r-1" } },
    buckets: { null: [], "0": [], "-1": ["image-names"], "1": ["flavor-names"] },
    versions: {
      v1: {
        _idx: 2,
        result: 1,
        targets: { main: { testcases: ["flavor-names"], result: 1 } },
        tc_target: { "flavor-names": "main" },
        validity: "warn",
      },
    },
    relevant: ["v2", "v1"],
    result: 1,
    passed: ["v1"],
    passed_str: "v1†",
    best_passed: 2,
    validity: "warn",
  });
  expect(Object.keys(monitorStatus(SCOPE, RETIRING).testcases)).toHaveLength(4);
});

test("the table links every cell to the details", () => {
  const row = {
    name: "Alpha | Cloud",
    url: "https://alpha.example/",
    description: "",
    operator: "A & B",
    subject: "alpha",
  };
  const rows = [{ ...row, cell: tableCell(PASSED), isCertified: false }];
  const markdown = tableView([{ scope: SCOPE, rows }], LINKS);
  expect(markdown).toContain("| Name | Description | Operator | Sample cloud |");
  expect(markdown).toContain(
    `| [Alpha \\| Cloud](https://alpha.example/) |  | A &amp; B | [✅ v2](https://monitor.example/page/detail/alpha/${SCOPE.uuid}) |`,
  );
});

test("the table has certified clouds apart from those that only take the tests", () => {
  const row = (name: string, isCertified: boolean) => {
    return { name, description: "", operator: "", subject: name, cell: tableCell(PASSED), isCertified };
  };
  const headings = (rows: readonly ReturnType<typeof row>[]) =>
    [...tableView([{ scope: SCOPE, rows }], LINKS).matchAll(/^### (.*)|^\| (alpha|bravo|charlie) /gm)].map(
      ([, heading, name]) => heading ?? name,
    );
  expect(headings([row("alpha", false), row("bravo", true), row("charlie", false)])).toEqual([
    "Sample cloud: certified",
    "bravo",
    "Sample cloud: tested, not certified",
    "alpha",
    "charlie",
  ]);
  expect(headings([row("alpha", true)])).toEqual(["Sample cloud: certified", "alpha"]);
  expect(tableView([{ scope: SCOPE, rows: [] }], LINKS)).toContain("### Sample cloud\n\nNo cloud takes part.");
});

test("details list the gravest first, with a date that leads to the report", () => {
  const markdown = detailView(SCOPE, [{ subject: "alpha", evaluation: RETIRING }], LINKS);
  expect(markdown).toContain("## alpha");
  expect(markdown).toContain(
    "| image-names | 🛑 FAIL [(2026-08-26)](https://monitor.example/page/report/r-1#image-names) | X |  |\n| [flavor-names](https://docs.example/flavors#names) | ✅ pass",
  );
  expect(detailView(SCOPE, [{ subject: "a", evaluation: MISSING }], LINKS)).toContain(
    "| image-names | ❓ MISSING | X |",
  );
  expect(detailView(SCOPE, [{ subject: "a", evaluation: ABORTED }], LINKS)).toContain("❔ DNF");
});

test("details of a group have an anchor per member", () => {
  const markdown = detailView(
    SCOPE,
    ["noris-1.34", "b"].map((subject) => ({ subject, evaluation: PASSED })),
    LINKS,
  );
  expect(markdown).toContain("- [noris-1.34](#noris-134)");
});

test("the scope chart has a column per version that is looked at", () => {
  expect(scopeView(SCOPE, validitiesOn(SCOPE.timeline, "2026-08-26"))).toBe(
    [
      "| Sample cloud | v3 | v2 | v1 |",
      "| --- | --- | --- | --- |",
      "| State | draft | effective | warn |",
      "| Stabilized at | – | 2025-06-01 | 2025-01-01 |",
      "| Flavors |  |  | X |",
      "| flavors-v2 | X | X |  |",
      "| entropy-v1 | X |  |  |",
      "",
    ].join("\n"),
  );
});

test("captured output cannot leave its block", () => {
  const view = reportView(
    {
      uuid: "u",
      subject: "alpha",
      scope: { uuid: "s", name: "<b>" },
      checkedAt: "2026",
      assignment: [],
      resultsByVersion: [],
      invocations: [
        {
          id: "i",
          command: "x",
          exitCode: "0",
          results: [{ testcase: "a", value: 1 }],
          counters: [],
          stdout: ["```\n<script>"],
          stderr: [],
          isRedacted: false,
        },
      ],
    },
    LINKS,
  );
  expect(view).toContain("    ```\n    <script>");
  expect(view).toContain("[&lt;b&gt;]");
});

test("text from outside is no markup", () => {
  expect(escapeMarkdown("a|b `c` <d> [e](f)\n# g & *h*")).toBe(
    "a\\|b \\`c\\` &lt;d&gt; \\[e\\]\\(f\\) \\# g &amp; \\*h\\*",
  );
  expect(markdownLink("x](y", "https://e.example/a b)")).toBe("[x\\]\\(y](https://e.example/a%20b%29)");
});
