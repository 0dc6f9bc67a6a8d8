import { expect, test } from "vitest";

import type { Operation } from "#core/api/operation.ts";
import { OPERATION_GROUPS } from "#core/api/operations/index.ts";
import { PATH_PARAMETERS } from "#core/api/parameters.ts";

import { app } from "../../../workers/app/index.ts";
import { getPage, publishFiles, testDocument } from "../publish-tree.ts";

const OPERATIONS: readonly Operation[] = OPERATION_GROUPS.flatMap(({ operations }) => operations);

/** Pages of other states are the same routes below these. */
const STATES = /^\/(?:as-of\/:date|preview\/:snapshot)(?=\/|$)/;

function mountedRoutes(): Set<string> {
  const routes = app.routes.filter(({ method }) => method !== "ALL");
  return new Set(routes.map(({ method, path }) => `${method} ${path.replace(STATES, "") || "/"}`));
}

test("every mounted route is described, and every description belongs to a mounted route", () => {
  const described = new Set(
    OPERATIONS.flatMap(({ method, routes }) => routes.map((route) => `${method.toUpperCase()} ${route}`)),
  );
  const mounted = mountedRoutes();
  expect([...mounted].filter((route) => !described.has(route))).toEqual([]);
  expect([...described].filter((route) => !mounted.has(route))).toEqual([]);
});

test("what is said to exist in other states does, and nothing else", () => {
  const stated = new Set(
    app.routes
      .filter(({ method, path }) => method === "GET" && path.startsWith("/as-of/:date/"))
      .map(({ path }) => path.replace(STATES, "")),
  );
  const described = OPERATIONS.filter(({ inStates }) => inStates === true).flatMap(({ routes }) => routes);
  expect(described.toSorted()).toEqual([...stated].toSorted());
});

test("every part of a path is explained, and every explanation is needed", () => {
  const used = OPERATIONS.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""));
  expect([...new Set(used)].filter((name) => !Object.hasOwn(PATH_PARAMETERS, name))).toEqual([]);
  const inServers = ["date"];
  expect(Object.keys(PATH_PARAMETERS).filter((name) => ![...used, ...inServers].includes(name))).toEqual([]);
});

test("whatever can be read answers as its description says", async () => {
  await publishFiles([
    testDocument("scs-0100-v3-flavor-naming", { status: "Draft" }, "## Motivation\n\nNames MUST be short."),
    testDocument("scs-0100-v2-flavor-naming", { status: "Draft" }, "## Motivation\n\nNames SHOULD be short."),
  ]);
  const faults: string[] = [];
  for (const operation of OPERATIONS.filter(({ method }) => method === "get")) {
    const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => PATH_PARAMETERS[name]?.example ?? "");
    const fault = await findFault(operation, await getPage(path));
    if (fault !== undefined) faults.push(`${path}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

async function findFault({ answers, problems = {} }: Operation, response: Response): Promise<string | undefined> {
  await response.body?.cancel();
  const type = (response.headers.get("content-type") ?? "none").replace(/;.*/, "");
  if (Object.hasOwn(problems, response.status) && type === "application/problem+json") return undefined;
  const answer = answers[response.status];
  if (answer === undefined) return `${response.status} (${type}) is not described`;
  const types = Object.keys(answer.content ?? {});
  return types.length === 0 || types.includes(type)
    ? undefined
    : `${response.status} as ${type}, not ${types.join(", ")}`;
}

test("the document and its page are served", async () => {
  const response = await getPage("/openapi.json");
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
  expect(await response.json()).toMatchObject({ openapi: "3.1.0" });
  const html = await (await getPage("/docs/api")).text();
  for (const { path } of OPERATIONS) expect(html).toContain(`<code>${path}</code>`);
});
