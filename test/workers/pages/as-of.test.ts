import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

import { activate, callAsOperator, getPage, publishFiles, sendTree, testDocument } from "../publish-tree.ts";

const ID = "scs-0100-v1-flavors";
const PAGE = `/standards/${ID}`;

function flavors(title: string, facts: Readonly<Record<string, string>> = {}) {
  return testDocument(ID, { title, ...facts }, "Compare [itself](scs-0100-v1-flavors.md#motivation).\n\n## Motivation");
}

const SCOPE = `name: Sample
uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f
scripts:
  - executable: ./t.py
    testcases:
      - { id: sam-0100-check, description: It works. }
modules:
  - { id: m, targets: { main: [sam-0100-check] } }
timeline:
  - { date: 2024-02-01, versions: { v1: effective } }
  - { date: 2024-01-01, versions: { v1: draft } }
versions:
  - { version: v1, stabilized_at: 2024-01-15, include: [m] }
`;

/** Three states: of January, of March, and of now. */
async function publishHistory(): Promise<void> {
  await publishFiles([flavors("First title")], "2024-01-10T12:00:00Z");
  await publishFiles(
    [flavors("Second title", { status: "Stable", stabilized_at: "2024-03-05" })],
    "2024-03-01T22:30:00Z",
  );
  await publishFiles([flavors("Third title")]);
}

async function text(path: string): Promise<string> {
  const response = await getPage(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

test("a past day shows the state at its end, in the calendar of the site", async () => {
  await publishHistory();
  expect(await text(PAGE)).toContain("Third title");
  expect(await text(`/as-of/2024-01-10${PAGE}`)).toContain("First title");
  expect(await text(`/as-of/2024-02-29${PAGE}`)).toContain("First title");
  // 22:30 UTC is 23:30 in Berlin: still the first of March.
  expect(await text(`/as-of/2024-03-01${PAGE}`)).toContain("Second title");
});

test("what is in force is judged by the day that is asked for", async () => {
  await publishHistory();
  expect(await text("/as-of/2024-03-04/standards")).toContain("from <time");
  expect(await text("/as-of/2024-03-05/standards")).not.toContain("from <time");
});

test("links stay in the state, the banner and the canonical link lead to the current page", async () => {
  await publishHistory();
  const html = await text(`/as-of/2024-03-01${PAGE}`);
  expect(html).toContain(`href="/as-of/2024-03-01${PAGE}#motivation"`);
  expect(html).toContain(`<link rel="canonical" href="${PAGE}"/>`);
  expect(html).toContain(`<a rel="latest-version" href="${PAGE}">`);
  expect(html).toContain("As it stood on");
  expect(html).not.toMatch(/<a (?:class="[^"]*" )?href="\/standards/);
});

test("a page of a past day stays the same, byte for byte, whatever is published later", async () => {
  await publishHistory();
  const before = await getPage(`/as-of/2024-03-01${PAGE}`);
  await publishFiles([flavors("Fourth title")]);
  const after = await getPage(`/as-of/2024-03-01${PAGE}`);
  expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
  expect(await after.text()).toBe(await before.text());
  expect(after.headers.get("memento-datetime")).toBe("Fri, 01 Mar 2024 22:59:59 GMT");
});

test("today leads to the current page, for today's page may still change", async () => {
  await publishHistory();
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());
  const response = await getPage(`/as-of/${today}${PAGE}?x=1`);
  expect([response.status, response.headers.get("location")]).toEqual([302, `${PAGE}?x=1`]);
});

test("days without a state say why there is none", async () => {
  await publishHistory();
  for (const [date, reason] of [
    ["2023-12-31", "Nothing was published yet on 2023-12-31."],
    ["2999-01-01", "lies in the future"],
    ["2024-02-30", "There is no day"],
    ["yesterday", "There is no day"],
  ] as const) {
    const response = await getPage(`/as-of/${date}${PAGE}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(reason);
  }
});

test("a redirect stays in the state", async () => {
  await publishHistory();
  const response = await getPage("/as-of/2024-01-10/standards/scs-0100");
  expect(response.headers.get("location")).toBe("/as-of/2024-01-10/standards/iaas/scs-0100");
});

test("past states are imported in order and before what was published here, and repeating changes nothing", async () => {
  await publishHistory();
  const other = await sendTree([flavors("Other title")]);
  for (const at of ["2024-02-01T00:00:00Z", "2024-03-01T22:30:00Z", new Date().toISOString()]) {
    const response = await activate(other, at);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ title: "Out of order", lastImported: "2024-03-01T22:30:00.000Z" });
  }
  const first = await sendTree([flavors("First title")]);
  expect((await activate(first, "2024-01-10T12:00:00Z")).status).toBe(200);
  expect(await text(PAGE)).toContain("Third title");
});

test("an instant that is not one, lies in the future or has no offset is refused", async () => {
  const snapshot = await sendTree([flavors("Title")]);
  for (const at of ["2024-03-01", "2024-03-01T00:00:00", "soon", "2999-01-01T00:00:00Z", "2024-02-30T00:00:00Z"]) {
    expect((await activate(snapshot, at)).status).toBe(422);
  }
});

test("the last imported state is the current one where nothing was published yet", async () => {
  await publishFiles([flavors("First title")], "2024-01-10T12:00:00Z");
  await publishFiles([flavors("Second title")], "2024-02-10T12:00:00Z");
  expect(await text(PAGE)).toContain("Second title");
});

test("a scope of a past day demands what it demanded then, and its versions stand as they stood", async () => {
  const scope = (title: string) => ({
    path: "scopes/sample.yaml",
    kind: "scope",
    text: SCOPE.replace("Sample", title),
  });
  await publishFiles([flavors("Title"), scope("Old scope")], "2024-01-10T12:00:00Z");
  await publishFiles([flavors("Title"), scope("New scope")]);
  const before = await text("/as-of/2024-01-31/certification/scopes/sample");
  expect(before).toContain("Old scope");
  expect(before).toContain("Draft");
  expect(await text("/as-of/2024-02-01/certification/scopes/sample")).toContain("In force");
  expect(await text("/certification/scopes/sample")).toContain("New scope");
  expect(await text("/as-of/2024-02-01/certification/scopes/sample.json")).toContain("Old scope");
});

test("a state that an older renderer made is served as it was made, until it is published again", async () => {
  // Titles of its own: what a test before has read is still in the memory of the isolate.
  await publishFiles([flavors("Long ago")], "2020-01-10T12:00:00Z");
  await publishFiles([flavors("Later")]);
  // Its fragments were named without the path of their file.
  const older = 5;
  await env.DB.prepare("UPDATE rendition SET renderer_version = ?1").bind(older).run();
  for (const { key } of (await env.BLOBS.list({ prefix: "rendered/" })).objects) {
    await env.BLOBS.put(
      key.replace(/^rendered\/\d+\/(\w+\/\w+).*$/, `rendered/${older}/$1`),
      "<p>Made by another.</p>",
    );
  }
  const past = await text(`/as-of/2020-02-01${PAGE}`);
  expect(past).toContain("Long ago");
  expect(past).toContain("Made by another.");
  await publishFiles([flavors("Later")]);
  const current = await text(PAGE);
  expect(current).toContain("Later");
  expect(current).not.toContain("Made by another.");
});

test("the page of past days lists the days with changes, and a chosen day leads to its overview", async () => {
  await publishHistory();
  const html = await text("/as-of");
  expect(html).toContain('<a href="/as-of/2024-03-01/standards">');
  expect(html).toContain("stable, in force from 2024-03-05; title changed, before: First title");
  const chosen = await getPage("/as-of?date=2024-02-01");
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/as-of/2024-02-01/standards"]);
  expect((await getPage("/as-of?date=//evil.example")).status).toBe(200);
});

test("a preview is served to who knows its name, marked, and kept out of search engines", async () => {
  await publishFiles([flavors("Published title")]);
  const snapshot = await sendTree([flavors("Proposed title")]);
  const response = await getPage(`/preview/${snapshot}${PAGE}`);
  expect(response.headers.get("x-robots-tag")).toBe("noindex");
  const html = await response.text();
  expect(html).toContain("Proposed title");
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(html).toContain(`href="/preview/${snapshot}${PAGE}#motivation"`);
  expect(await text(`/preview/${snapshot.slice(0, 16)}/standards`)).toContain("Proposed title");
  expect(await text(PAGE)).toContain("Published title");
});

test("a preview that is not complete or not known is not shown", async () => {
  const files = [{ path: "documents/scs-0101-v1-x.md", kind: "document", sha256: "a".repeat(64) }];
  const response = await callAsOperator("POST", "/api/v1/snapshots", JSON.stringify({ files }));
  const { snapshot } = await response.json<{ snapshot: string }>();
  for (const id of [snapshot, "0".repeat(64), "abc", "%27%20OR%201=1"]) {
    expect((await getPage(`/preview/${id}/standards`)).status).toBe(404);
  }
});

test("a page whose stored text is gone does not lead to itself", async () => {
  await publishFiles([flavors("Gone soon")]);
  for (const { key } of (await env.BLOBS.list({ prefix: "rendered/" })).objects) await env.BLOBS.delete(key);
  expect((await getPage(PAGE)).status).toBe(404);
});
