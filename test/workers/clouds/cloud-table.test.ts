// The table of clouds is data: provider files say what is offered, certificates and the files what is certified.
import { beforeEach, describe, expect, test } from "vitest";

import { createWorld, get, publish, reportYaml, SCOPE, upload, type TestAccount } from "../certification-world.ts";

let alpha: TestAccount;
let bravo: TestAccount;
let charlie: TestAccount;

/** `bravo` and `charlie` are the group `pair`. */
const PROVIDERS = {
  "providers/alpha.yaml":
    "provider: {id: alpha, name: Alpha Inc.}\nofferings: [{name: Alpha Cloud, subjects: [alpha], scopes: [sample], certified: [sample]}]\n",
  "providers/twins.yaml":
    "provider: {id: twins, name: Twins Ltd.}\nofferings: [{name: Twin Cloud, subjects: [group-pair], scopes: [sample]}]\n",
};

beforeEach(async () => {
  ({ alpha, bravo, charlie } = await createWorld());
  await publish({ "scopes/sample.yaml": SCOPE, ...PROVIDERS });
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": 1 } }));
  await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1, "image-names": 1 } }));
});

async function text(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

interface CloudsJson {
  readonly clouds: readonly {
    readonly subject: string;
    readonly scopes: Record<string, { verdict: string; certified: boolean }>;
    readonly members?: readonly { subject: string; scopes: Record<string, { verdict: string }> }[];
  }[];
}

const clouds = async () => (JSON.parse(await text("/certification.json")) as CloudsJson).clouds;

describe("an offering that the certification body lists as certified", () => {
  test("stands in a table of its own, on the page and in the monitor's views", async () => {
    const markdown = await text("/markdown/table");
    const [certified = "", tested = ""] = markdown.split("### Sample cloud: tested, not certified");
    expect(certified).toContain("### Sample cloud: certified");
    expect(certified).toContain("| Alpha Cloud |");
    expect(tested).toContain("| Twin Cloud |");
    expect(tested).not.toContain("Alpha Cloud");
    const html = await text("/certification");
    expect(html.indexOf(">Certified clouds<")).toBeLessThan(html.indexOf("Alpha Cloud"));
    expect(html.indexOf("Alpha Cloud")).toBeLessThan(html.indexOf(">Tested, not certified<"));
    expect((await clouds()).map(({ scopes }) => scopes["sample"]?.certified)).toEqual([true, false]);
  });

  test("is shown as it stands all the same: listed and failing", async () => {
    await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": -1, "image-names": 1 } }));
    expect(await text("/markdown/table")).toMatch(/\| Alpha Cloud \|.*\[🛑 –\]/);
    expect((await clouds())[0]?.scopes["sample"]).toMatchObject({ verdict: "failing", certified: true });
  });
});

describe("an offering that is a group", () => {
  test("stands as the worst of its members, which are rows below it", async () => {
    await upload(charlie, reportYaml({ subject: "charlie", results: { "flavor-names": -1, "image-names": 1 } }));
    expect(await text("/markdown/table")).toMatch(
      /\| Twin Cloud \|.*\[🛑 –\]\(http:\/\/stele\.test\/page\/detail\/group-pair\//,
    );
    expect((await clouds())[1]).toMatchObject({
      subject: "group-pair",
      scopes: { sample: { verdict: "failing" } },
      members: [
        { subject: "bravo", scopes: { sample: { verdict: "passing" } } },
        { subject: "charlie", scopes: { sample: { verdict: "failing" } } },
      ],
    });
    const html = await text("/certification");
    expect(html).toContain('href="/page/detail/group-pair/sample"');
    expect(html).toContain('href="/certification/charlie/sample"');
    expect(html).toContain("1 of 2 failing");
  });

  test("is orange in the monitor's table while a member has no results", async () => {
    expect(await text("/markdown/table")).toMatch(/\| Twin Cloud \|.*\[🛑 –\]/);
    await upload(charlie, reportYaml({ subject: "charlie", results: { "flavor-names": 1 } }));
    expect(await text("/markdown/table")).toMatch(/\| Twin Cloud \|.*\[🟧 v2\]/);
  });

  test("has its members in no row of their own besides, and is found by their names", async () => {
    expect((await clouds()).map(({ subject }) => subject)).toEqual(["alpha", "group-pair"]);
    expect(await text("/certification?q=charlie")).toContain("Twin Cloud");
    expect(await text("/page/detail/group-pair/sample")).toContain('id="bravo"');
    expect(await text("/")).toContain('href="/page/detail/group-pair/sample"');
  });

  test("without accounts takes part and has no result", async () => {
    const lonely = PROVIDERS["providers/twins.yaml"].replace("group-pair", "group-nobody");
    await publish({ "scopes/sample.yaml": SCOPE, "providers/twins.yaml": lonely });
    expect(await text("/markdown/table")).toMatch(/\| Twin Cloud \|.*\[🛑 –\]/);
    expect(await text("/certification")).toContain("Twin Cloud");
  });
});
