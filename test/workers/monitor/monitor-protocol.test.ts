// The endpoint table of the compliance monitor, row by row, as its clients meet it (certification protocol, "Endpoints").
import { beforeEach, describe, expect, test } from "vitest";

import { ask, createWorld, get, reportYaml, SCOPE_UUID, upload, type TestAccount } from "../certification-world.ts";

const UUID = "0b1c2d3e-4f50-4123-8abc-0123456789ab";
const UNKNOWN = "00000000-0000-4000-8000-000000000000";

let world: Record<"alpha" | "bravo" | "ci" | "board", TestAccount>;

beforeEach(async () => {
  world = await createWorld();
  await upload(
    world.ci,
    reportYaml({ subject: "bravo", uuid: UUID, results: { "flavor-names": 1, "image-names": 1 } }),
  );
});

type Who = keyof typeof world | "nobody";

/** Who asks for what and gets which status; `nobody` has no credentials. */
const ROWS: readonly (readonly [who: Who, path: string, status: number])[] = [
  ["nobody", "/reports", 401],
  ["bravo", "/reports", 200],
  ["bravo", "/reports?subject=bravo", 200],
  ["bravo", "/reports?subject=alpha", 401],
  ["bravo", "/reports?subject=", 401],
  ["board", "/reports?subject=", 200],
  ["board", "/reports?subject=alpha&limit=3&skip=1", 200],
  ["board", "/reports?limit=-1", 422],
  ["board", "/reports?limit=many", 422],
  ["nobody", `/reports/${UUID}`, 401],
  ["bravo", `/reports/${UUID}`, 200],
  ["board", `/reports/${UUID}`, 200],
  ["ci", `/reports/${UUID}`, 401], // a delegate cannot read what it uploaded for others
  ["bravo", `/reports/${UNKNOWN}`, 404],
  ["nobody", "/results", 401],
  ["bravo", "/results", 401],
  ["board", "/results?approved=true&limit=5&skip=0", 200],
  ["nobody", "/status", 200],
  ["nobody", "/status?subject=bravo", 200],
  ["nobody", `/status?scopeuuid=${SCOPE_UUID}`, 200],
  ...["markdown", "fragment", "page"].flatMap((view) => [
    ["nobody", `/${view}/table`, 200] as const,
    ["nobody", `/${view}/table_full`, 200] as const,
    ["nobody", `/${view}/detail/bravo/${SCOPE_UUID}`, 200] as const,
    ["nobody", `/${view}/detail/bravo/sample`, 200] as const,
    ["nobody", `/${view}/detail_full/bravo/sample`, 200] as const,
    ["nobody", `/${view}/detail/group-pair/sample`, 200] as const,
    ["nobody", `/${view}/detail/unknown/sample`, 200] as const,
    ["nobody", `/${view}/detail/group-unknown/sample`, 200] as const,
    ["nobody", `/${view}/detail/bravo/unknown`, 404] as const, // the monitor's 500
    ["nobody", `/${view}/details/bravo/sample`, 404] as const,
    ["nobody", `/${view}/scope/sample`, 200] as const,
    ["nobody", `/${view}/scope/unknown`, 404] as const, // the monitor's 500
    ["nobody", `/${view}/report/${UUID}`, 200] as const,
    ["nobody", `/${view}/report/${UNKNOWN}`, 404] as const,
    ["nobody", `/${view}/report_full/${UUID}`, 401] as const,
    ["bravo", `/${view}/report_full/${UUID}`, 200] as const,
    ["board", `/${view}/report_full/${UUID}`, 200] as const,
    ["ci", `/${view}/report_full/${UUID}`, 401] as const,
  ]),
  ["nobody", "/paper/table", 422],
  ["nobody", "/healthz", 200],
  ["nobody", "/metrics/bravo", 200], // documented upstream, never built there
  ["nobody", "/metrics", 200],
  ["nobody", "/api/v1/subjects/bravo/due", 200],
];

test("every row of the endpoint table has its status", async () => {
  const answers = [];
  for (const [who, path] of ROWS) {
    const response = who === "nobody" ? await get(path) : await ask(world[who], path);
    answers.push([who, path, response.status]);
    await response.body?.cancel();
  }
  expect(answers).toEqual(ROWS);
});

test("GET /reports has whole report documents, newest first", async () => {
  const checkedAt = new Date(Date.now() - 7_200_000).toISOString();
  await upload(world.bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1 }, checkedAt }));
  const reports = await (await ask(world.bravo, "/reports")).json<{ subject: string; run: { uuid: string } }[]>();
  expect(reports.map(({ subject }) => subject)).toEqual(["bravo", "bravo"]);
  expect(reports[0]?.run.uuid).toBe(UUID);
  const [only, ...others] = await (
    await ask(world.bravo, "/reports?limit=1&skip=1")
  ).json<{ run: { uuid: string } }[]>();
  expect([only?.run.uuid === UUID, others.length]).toEqual([false, 0]);
});

test("GET /reports/<uuid> is indented by two", async () => {
  expect(await (await ask(world.bravo, `/reports/${UUID}`)).text()).toMatch(/^\{\n {2}"spec"/);
});

describe("the texts of 401", () => {
  test.each([
    ["no credentials", undefined, "Not authenticated"],
    ["a wrong password", `Basic ${btoa("alpha:wrong")}`, "Incorrect username or password"],
    ["an unknown user", `Basic ${btoa("nobody:wrong")}`, "Incorrect username or password"],
    ["a header that is none", "Basic %%%", "Incorrect username or password"],
  ])("%s", async (_name, authorization, detail) => {
    const response = await get("/reports", { headers: authorization === undefined ? {} : { authorization } });
    expect([response.status, await response.json()]).toMatchObject([401, { detail }]);
    expect(response.headers.get("www-authenticate")).toMatch(/^Basic realm="[^"]+"/);
  });

  test("a permission that lacks", async () => {
    expect(await (await ask(world.ci, `/reports/${UUID}`)).json()).toMatchObject({ detail: "Permission denied" });
  });
});

test("what the monitor answers with 405 works: HEAD", async () => {
  for (const path of ["/status", "/page/table", "/markdown/table"]) {
    expect((await get(path, { method: "HEAD" })).status, path).toBe(200);
  }
});
