import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

import { getPage, publishFiles, sendTree, testDocument } from "../publish-tree.ts";

const PATH = "documents/scs-0102-v1-image-metadata.md";
const NAME = "/standards/scs-0102-v1-image-metadata";

const NAMES = "Every image MUST have a name that tells its distribution.";
const BUS = "The property `hw_disk_bus` SHOULD be set.";
const AGE = "Images older than a year MAY be hidden.";

const SCOPE = `name: Sample scope
uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f
scripts:
  - executable: ./check.py
    args: ""
    testcases:
      - id: scs-0102-prop-hw_disk_bus
        description: The disk bus is set.
        url: https://docs.example.org/standards/scs-0102-v1-image-metadata#conformance-tests
modules:
  - id: scs-0102-v1
    name: Image properties
    url: https://docs.example.org/standards/scs-0102-v1-image-metadata
    targets:
      main:
        - scs-0102-prop-hw_disk_bus
timeline:
  - date: 2024-01-01
    versions:
      v1: effective
versions:
  - version: v1
    stabilized_at: 2024-01-01
    include:
      - scs-0102-v1
`;

function text(...sentences: string[]): string {
  return `---
title: Image properties
type: Standard
status: Stable
stabilized_at: 2024-01-01
track: IaaS
---

## Properties

${sentences.join("\n\n")}
`;
}

async function publish(document: string, path = PATH): Promise<void> {
  await publishFiles([
    { path, kind: "document", text: document },
    { path: "scopes/sample.yaml", kind: "scope", text: SCOPE },
  ]);
}

interface Listed {
  readonly requirements: readonly {
    readonly id: string;
    readonly text: string;
    readonly changedOn?: string;
    readonly testing: string;
  }[];
}

async function list(name = NAME): Promise<Listed["requirements"]> {
  const response = await getPage(`${name}/requirements.json`);
  expect(response.status).toBe(200);
  return (await response.json<Listed>()).requirements;
}

async function ids(name = NAME): Promise<string[]> {
  return (await list(name)).map(({ id, text }) => `${id} ${text}`);
}

async function page(path: string): Promise<string> {
  return (await getPage(path)).text();
}

test("every normative sentence has an anchor in its document", async () => {
  await publish(text(NAMES, BUS));
  const html = await page(NAME);
  expect(html).toContain('<span class="requirement" id="R01"><a class="requirement-id" href="#R01"');
  expect(html).toContain('<span class="requirement" id="R02">');
});

test("a requirement keeps its id when it moves, changes, or its document is renamed", async () => {
  await publish(text(NAMES, BUS));
  await publish(text(AGE, BUS.replace("SHOULD", "MUST"), NAMES));
  expect(await ids()).toEqual([`R03 ${AGE}`, "R02 The property `hw_disk_bus` MUST be set.", `R01 ${NAMES}`]);
  await publish(text(NAMES), "documents/scs-0102-v1-image-properties.md");
  expect(await ids("/standards/scs-0102-v1-image-properties")).toEqual([`R01 ${NAMES}`]);
});

test("a changed sentence is marked with the day of the change, the others are not", async () => {
  await publish(text(NAMES, BUS));
  await publish(text(NAMES, BUS.replace("SHOULD", "MUST")));
  const [names, bus] = await list();
  expect(names).not.toHaveProperty("changedOn");
  expect(bus?.changedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(await page(`${NAME}/requirements`)).toContain("Changed on <time");
});

test("the id of a removed requirement is not given to another one", async () => {
  await publish(text(NAMES, BUS));
  await publish(text(NAMES));
  await publish(text(NAMES, AGE));
  expect(await ids()).toEqual([`R01 ${NAMES}`, `R03 ${AGE}`]);
});

test("a text that comes back has the ids that it had", async () => {
  await publish(text(NAMES, BUS));
  await publish(text(AGE));
  await publish(text(NAMES, BUS));
  expect(await ids()).toEqual([`R01 ${NAMES}`, `R02 ${BUS}`]);
});

test("publishing the same text again writes nothing", async () => {
  await publish(text(NAMES));
  await publish(text(NAMES));
  expect(await env.DB.prepare("SELECT count(*) AS n FROM requirement_text").first()).toEqual({ n: 1 });
});

test("two publishers at once never give one id to two sentences", async () => {
  await publish(text(NAMES));
  await Promise.all([publish(text(NAMES, BUS)), publish(text(NAMES, AGE))]);
  const { results } = await env.DB.prepare("SELECT number, text FROM requirement ORDER BY number").all();
  expect(new Set(results.map((row) => row["number"])).size).toBe(results.length);
  expect(results.length).toBe(3);
  const [, second] = await ids();
  expect(results.map((row) => `R0${String(row["number"])} ${String(row["text"])}`)).toContain(second);
});

test("a test case is linked by the name that it shares with a requirement", async () => {
  await publish(text(NAMES, BUS));
  expect((await list()).map(({ testing }) => testing)).toEqual(["unclear", "tested"]);
  const html = await page(`${NAME}/requirements`);
  expect(html).toContain("scs-0102-prop-hw_disk_bus");
  expect(html).toContain("2 requirements: 1 checked by test cases, 1 unclear.");
});

test("the number of clouds that pass is counted from results that still count", async () => {
  await publish(text(BUS));
  const insertReport = env.DB.prepare(
    `INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                         document_index, signature_sha256, key_name, key_type, key_blob)
     VALUES (?1, ?1, 's', '', '', '', 'yaml', '', 0, '', '', '', '')`,
  );
  const insertResult = env.DB.prepare(
    `INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
     VALUES (?1, '50393e6f-2ae1-4c5c-a62c-3b75f2abef3f', 'scs-0102-prop-hw_disk_bus', '*', ?2, '', ?3, ?1)`,
  );
  await env.DB.batch(
    [
      { subject: "alpha", value: 1, expires: "2999-01-01" },
      { subject: "bravo", value: -1, expires: "2999-01-01" },
      { subject: "charlie", value: 1, expires: "2020-01-01" },
    ].flatMap(({ subject, value, expires }) => [
      insertReport.bind(subject),
      insertResult.bind(subject, value, `${expires}T00:00:00.000000Z`),
    ]),
  );
  expect(await page(`${NAME}/requirements`)).toContain("1 of 2 clouds pass");
});

test("the overview shows what nothing tests", async () => {
  await publish(text(NAMES), "documents/scs-0103-v1-other.md");
  const html = await page("/requirements?tested=no");
  expect(html).toContain('id="scs-0103-v1-other-R01"');
  expect(await page("/requirements?tested=yes")).not.toContain("scs-0103-v1-other-R01");
});

test("a supplement demands nothing", async () => {
  await publish(text(NAMES).replace("type: Standard", "type: Supplement"), "documents/scs-0102-w1-notes.md");
  expect(await ids("/standards/scs-0102-w1-notes")).toEqual([]);
  expect(await page("/standards/scs-0102-w1-notes/requirements")).toContain("This document demands nothing");
});

test("an unknown document has no requirements page", async () => {
  expect((await getPage("/standards/scs-9999-v1-none/requirements")).status).toBe(404);
});

test("the data of a document lists its requirements", async () => {
  await publish(text(NAMES));
  const { requirements } = await (await getPage(`${NAME}.json`)).json<Listed>();
  expect(requirements).toMatchObject([{ id: "R01", level: "MUST", text: NAMES, section: "properties", line: 11 }]);
});

test("the requirements of a past day keep their numbers and their page, whatever is published later", async () => {
  const document = (...sentences: string[]) => [{ path: PATH, kind: "document", text: text(...sentences) }];
  await publishFiles(document(NAMES, BUS), "2024-03-01T12:00:00Z");
  await publishFiles(document(NAMES, BUS, AGE));
  const past = `/as-of/2024-03-02${NAME}/requirements`;
  const before = await getPage(past);
  const html = await before.text();
  expect(html).toContain(`href="/as-of/2024-03-02${NAME}#R02"`);
  expect(html).not.toContain("R03");
  await publishFiles(document(NAMES.replace("MUST", "SHOULD"), AGE));
  const after = await getPage(past);
  expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
});

test("a preview shows the numbers that its requirements would get, and takes none", async () => {
  const id = "scs-0100-v1-names";
  const document = (body: string) => testDocument(id, { status: "Draft" }, `## Rules\n\n${body}`);
  await publishFiles([document("Names MUST be short.")]);
  const preview = await sendTree([document("Colors MUST be few.\n\nNames MUST be short.")]);
  const shown = await (await getPage(`/preview/${preview}/standards/${id}`)).text();
  expect(shown).toMatch(/id="R02"[^>]*>(?:(?!<\/span>)[\s\S])*Colors/);
  expect(shown).toMatch(/id="R01"[^>]*>(?:(?!<\/span>)[\s\S])*Names/);
  // Another state is published first and takes the number.
  await publishFiles([document("Shapes MUST be round.\n\nNames MUST be short.")]);
  const later = await (await getPage(`/preview/${preview}/standards/${id}`)).text();
  expect(later).toMatch(/id="R03"[^>]*>(?:(?!<\/span>)[\s\S])*Colors/);
  expect(await (await getPage(`/standards/${id}`)).text()).toMatch(/id="R02"[^>]*>(?:(?!<\/span>)[\s\S])*Shapes/);
});
