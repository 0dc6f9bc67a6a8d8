import { describe, expect, test } from "vitest";

import { Breadcrumb } from "#site/parts/frame/breadcrumb.tsx";
import { DataTable } from "#site/parts/data-table.tsx";
import { DateText, InstantText } from "#site/parts/date-text.tsx";
import { Facts } from "#site/parts/facts.tsx";
import { formatDate, formatInstant } from "#site/parts/format-date.ts";
import { Notice } from "#site/parts/notice.tsx";
import { Pager } from "#site/parts/pager.tsx";
import { SearchBox } from "#site/parts/frame/search-box.tsx";
import { STATUS_APPEARANCE, StatusMark, type Status } from "#site/parts/standards/status-mark.tsx";
import { TableOfContents } from "#site/parts/standards/table-of-contents.tsx";

import { textOf } from "../inspect-html.ts";

const html = (element: unknown) => String(element);

describe("a status mark", () => {
  test.each(Object.keys(STATUS_APPEARANCE) as Status[])(
    "says `%s` in words, with and without room for them",
    (status) => {
      const { word } = STATUS_APPEARANCE[status];
      expect(textOf(html(<StatusMark status={status} />))).toBe(word);
      expect(textOf(html(<StatusMark status={status} bare />))).toBe(word);
    },
  );

  test("differs from every other mark of another meaning by icon or word, not by color alone", () => {
    const looks = Object.values(STATUS_APPEARANCE).map(({ icon, word }) => `${icon} ${word}`);
    expect(new Set(looks).size).toBe(looks.length);
  });

  test("takes another word where a sentence asks for it", () => {
    expect(textOf(html(<StatusMark status="fail" word="2 tests fail" />))).toBe("2 tests fail");
  });
});

describe("dates", () => {
  test("are written out and keep their ISO form for machines", () => {
    expect(html(<DateText date="2023-06-14" />)).toBe('<time datetime="2023-06-14">14 June 2023</time>');
  });

  test.each([
    ["2024-01-01", "1 January 2024"],
    ["2024-12-31", "31 December 2024"],
    ["2024-13-01", "2024-13-01"],
    ["soon", "soon"],
    ["", ""],
  ])("%j reads %j", (date, text) => {
    expect(formatDate(date)).toBe(text);
  });

  test("that others wrote stay as they are when they are none", () => {
    expect(html(<InstantText instant="2024-03-20T09:00:00Z" timeZone="UTC" />)).toBe(
      '<time datetime="2024-03-20T09:00:00.000Z">20 March 2024, 09:00 UTC</time>',
    );
    expect(html(<InstantText instant="last <week>" timeZone="UTC" />)).toBe("last &lt;week&gt;");
  });

  test("with a time are told in the zone of the site", () => {
    const instant = new Date("2026-07-01T22:30:00Z");
    expect(formatInstant(instant, "Europe/Berlin")).toBe("2 July 2026, 00:30 CEST");
    expect(formatInstant(instant, "UTC")).toBe("1 July 2026, 22:30 UTC");
  });
});

describe("a data table", () => {
  const table = html(
    <DataTable
      caption="Clouds"
      columns={[
        { title: "Name", sort: { href: "?sort=name", current: "ascending" } },
        { title: "Tests", align: "number" },
        { title: "Note" },
      ]}
      rows={[{ id: "alpha", cells: ["Alpha", 12, null] }]}
      stacks
    />,
  );

  test("has a name, can be reached by keyboard, and names its rows and columns", () => {
    expect(table).toContain('role="region" aria-label="Clouds" tabindex="0"');
    expect(table).toContain(
      '<th scope="col" role="columnheader" aria-sort="ascending"><a href="?sort=name">Name</a></th>',
    );
    expect(table).toContain('<tr id="alpha" role="row"><th scope="row" role="rowheader">Alpha</th>');
  });

  test("sets numbers right and says that an empty cell is empty", () => {
    expect(table).toContain('<td role="cell" class="number">12</td>');
    expect(textOf(table)).toMatch(/– none$/);
  });

  test("stays a plain table where its rows are not laid out as blocks", () => {
    const plain = html(<DataTable caption="C" columns={[{ title: "A" }]} rows={[{ cells: ["1"] }]} />);
    expect(plain).not.toContain('role="row"');
  });
});

describe("the other parts", () => {
  test("leave out facts that are not known", () => {
    const facts = html(
      <Facts
        facts={[
          { term: "Known", value: "yes" },
          { term: "Unknown", value: undefined },
        ]}
      />,
    );
    expect(textOf(facts)).toBe("Known yes");
    expect(html(<Facts facts={[{ term: "Unknown", value: undefined }]} />)).not.toContain("dl");
  });

  test("mark the last step of the way as the current page", () => {
    const crumbs = [{ href: "/standards", text: "Standards" }, { text: "0100" }];
    expect(html(<Breadcrumb crumbs={crumbs} />)).toContain('<span aria-current="page">0100</span>');
  });

  test("say the tone of a notice in a word", () => {
    expect(textOf(html(<Notice tone="warning">Look out.</Notice>))).toBe("Caution Look out.");
  });

  test("list headings of the text and escape them", () => {
    const entries = [
      { depth: 2, id: "a", text: "A <b>" },
      { depth: 5, id: "deep", text: "Deep" },
      { depth: 3, id: "c", text: "C" },
    ];
    const toc = html(<TableOfContents entries={entries} />);
    expect(toc).toContain('<a href="#a">A &lt;b&gt;</a>');
    expect(toc).not.toContain("deep");
  });

  test("show no contents for a text with a single heading", () => {
    expect(html(<TableOfContents entries={[{ depth: 2, id: "a", text: "A" }]} />)).not.toContain("nav");
  });

  test("show no pager where there are no neighbors", () => {
    expect(html(<Pager label="Pages" />)).not.toContain("nav");
    expect(html(<Pager label="Pages" next={{ href: "/2", text: "Two" }} />)).toContain('rel="next" href="/2"');
  });

  test("search by a plain form that keeps what was asked", () => {
    const box = html(<SearchBox action="/sboms" label="Search" query={'a"b'} />);
    expect(box).toContain('role="search" action="/sboms" method="get"');
    expect(box).toContain('value="a&quot;b"');
  });
});
