import { exports } from "cloudflare:workers";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";

import { ADDRESSES, keyOf, STATE_BASES, type Address } from "#core/api/addresses.ts";
import { OPERATION_GROUPS } from "#core/api/operations/index.ts";
import { PATH_PARAMETERS } from "#core/api/parameters.ts";
import type { Slice } from "#core/api/operation.ts";
import { RESERVED_SUBJECTS } from "#core/trust/accounts/reserved-names.ts";

import { createJwk, setKeys } from "../certificate-world.ts";
import { app } from "../../../workers/app/index.ts";
import { addressesAt } from "../../../workers/app/methods.ts";
import { mountSlices, type Slices } from "../../../workers/app/mount.ts";
import { SLICES } from "../../../workers/app/slices.ts";
import type { WorkerEnv } from "../../../workers/state/bindings.ts";
import { publishFiles, testDocument } from "../publish-tree.ts";

type App = Hono<WorkerEnv>;

/** Which address answers: the pattern of the first handler that is no preparation. */
function answering(one: App, method: string, path: string): string | undefined {
  const [matched] = one.router.match(method, path);
  for (const [[, route]] of matched) if (route.method !== "ALL") return route.path;
  return undefined;
}

/** What fits a pattern, in words of its own: a slash at the end leads to the same address. */
function patternExpression(pattern: string): RegExp {
  const segments = pattern
    .split(/\/(?![^{]*\})/)
    .slice(1)
    .filter((segment) => segment !== "");
  const taken = segments.map((segment) => {
    const constraint = /^:\w+\{(.*)\}$/.exec(segment)?.[1];
    if (segment === "*") return "(?:/.*)?";
    return `/${constraint === undefined ? (segment.startsWith(":") ? "[^/]+" : segment.replaceAll(".", "\\.")) : `(?:${constraint})`}`;
  });
  return new RegExp(`^${taken.join("")}/?$`);
}

const READ = ADDRESSES.filter(({ method }) => method === "GET");

/** Paths of the operations with the examples of their parameters, by method. */
const EXAMPLES = OPERATION_GROUPS.flatMap(({ operations }) =>
  operations.map(({ method, path }) => ({
    method: method.toUpperCase(),
    path: path.replace(/\{(\w+)\}/g, (_all, name: string) => PATH_PARAMETERS[name]?.example ?? ""),
  })),
);

/** Segments that may stand where a pattern has a parameter: every word of every pattern, and every example. */
const WORDS = [
  ...new Set([
    ...ADDRESSES.flatMap(({ pattern }) => pattern.split("/").filter((segment) => /^[\w.-]+$/.test(segment))),
    ...EXAMPLES.flatMap(({ path }) => path.split("/").slice(1)),
    "x",
  ]),
];

/** Paths that fit both patterns, made segment by segment of the words that each knows. */
function pathsOfBoth(a: Address, b: Address): string[] {
  const [first, second] = [a.pattern, b.pattern].map((pattern) => pattern.split(/\/(?![^{]*\})/).slice(1));
  const length = Math.max(first?.length ?? 0, second?.length ?? 0);
  let paths = [""];
  for (let index = 0; index < length; index += 1) {
    const fits = [first?.[index], second?.[index]].map(
      (segment) => new Set(WORDS.filter((word) => fit(segment, word))),
    );
    const both = [...(fits[0] ?? [])].filter((word) => fits[1]?.has(word) === true).slice(0, 3);
    paths = paths.flatMap((path) => both.map((word) => `${path}/${word}`)).slice(0, 9);
  }
  const expressions = [a, b].map(({ pattern }) => patternExpression(pattern));
  return paths.filter((path) => expressions.every((expression) => expression.test(path)));
}

/** A segment that is missing fits what is behind a `*`. */
function fit(segment: string | undefined, word: string): boolean {
  return segment === undefined || segment === "*" || patternExpression(`/${segment}`).test(`/${word}`);
}

/** Words before constrained parts before free parts, from the left: written anew, without the sort of the app. */
function isMorePrecise(a: string, b: string): boolean {
  const rank = (segment: string | undefined): number =>
    segment === undefined || segment === "*" || /\{\./.test(segment)
      ? 3
      : !segment.startsWith(":")
        ? 0
        : segment.includes("{")
          ? 1
          : 2;
  const [first, second] = [a, b].map((pattern) => pattern.split(/\/(?![^{]*\})/).slice(1));
  for (let index = 0; index < Math.max(first?.length ?? 0, second?.length ?? 0); index += 1) {
    const difference = rank(first?.[index]) - rank(second?.[index]);
    if (difference !== 0) return difference < 0;
  }
  throw new Error(`Neither of ${a} and ${b} is more precise, and both fit the same address.`);
}

/** The same slices in another order, and what they answer too. */
function reordered(order: <Item>(items: readonly Item[]) => Item[]): App {
  const turned = order(Object.entries(SLICES)).map(([name, parts]) => {
    const routes = order(parts).map((part) => {
      const before = part.routes.filter(({ method }) => method === "ALL");
      const answers = order(part.routes.filter(({ method }) => method !== "ALL"));
      return { routes: [...before, ...answers] } as App;
    });
    return [name, routes] as const;
  });
  const one = new Hono<WorkerEnv>({ strict: false });
  mountSlices(one, Object.fromEntries(turned) as unknown as Slices);
  return one;
}

function shuffled(seed: number): <Item>(items: readonly Item[]) => Item[] {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return (items) =>
    items
      .map((item) => [next(), item] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, item]) => item);
}

describe("which address answers", () => {
  const shared = READ.flatMap((a, index) =>
    READ.slice(index + 1).flatMap((b) => pathsOfBoth(a, b).map((path) => ({ a: a.pattern, b: b.pattern, path }))),
  );

  test("of every two that fit the same path the more precise one does, and none takes the paths of another", () => {
    expect(shared.length).toBeGreaterThan(50);
    for (const { a, b, path } of shared) {
      const answers = answering(app, "GET", path) ?? "";
      const wins = isMorePrecise(a, b) ? a : b;
      expect(answers === wins || isMorePrecise(answers, wins), `${path}: ${answers}, of ${a} and ${b}`).toBe(true);
    }
  });

  test("every address answers at its own example", () => {
    for (const { method, path } of EXAMPLES) {
      const answers = answering(app, method, path) ?? "";
      const operation = OPERATION_GROUPS.flatMap(({ operations }) => operations).find(
        (one) => one.method.toUpperCase() === method && one.routes.includes(answers),
      );
      expect(operation, `${method} ${path} is answered by ${answers}`).toBeDefined();
    }
    const reached = new Set(EXAMPLES.map(({ method, path }) => `${method} ${answering(app, method, path)}`));
    const elsewhere = new Set(["GET /as-of/:date", "GET /preview/:snapshot", "GET /badges/*"]);
    const unreached = ADDRESSES.map(keyOf).filter((key) => !reached.has(key) && !elsewhere.has(key));
    // Two forms of one address have one example.
    expect(unreached.map((key) => key.replace(/^GET /, "")).toSorted()).toEqual(["/badges/:subject/:scope/qr.png"]);
  });

  test("is the same in whatever order the slices and their addresses are named", () => {
    const paths = [...EXAMPLES, ...shared.map(({ path }) => ({ method: "GET", path }))];
    const inStates = paths.flatMap(({ method, path }) =>
      STATE_BASES.map((base) => ({ method, path: base.replace(/:\w+/, "x") + path })),
    );
    const answers = (one: App): unknown =>
      [...paths, ...inStates].map(({ method, path }) => answering(one, method, path));
    const usual = answers(app);
    for (const order of [
      <Item>(items: readonly Item[]): Item[] => items.toReversed(),
      shuffled(1),
      shuffled(2),
      shuffled(3),
    ]) {
      expect(answers(reordered(order))).toEqual(usual);
    }
  });
});

describe("what is not in the table is not mounted", () => {
  const withMore = (slice: Slice, more: App): Slices => ({ ...SLICES, [slice]: [...SLICES[slice], more] });
  const mount = (slices: Slices) => () => mountSlices(new Hono<WorkerEnv>(), slices);
  const one = (path: string): App => new Hono<WorkerEnv>().get(path, (context) => context.text(""));

  test("an address that no operation describes, one of another slice, one that is there, one that is missing", () => {
    expect(mount(withMore("docs", one("/nowhere")))).toThrow("GET /nowhere of docs is in no operation");
    expect(mount(withMore("docs", one("/status")))).toThrow(
      "GET /status is answered by docs, its operation says monitor",
    );
    expect(mount(withMore("docs", one("/docs/api")))).toThrow("GET /docs/api is answered twice");
    expect(mount({ ...SLICES, docs: [] })).toThrow("GET /docs/api is answered by no slice");
  });
});

test("no cloud can be called by a word that addresses have in its place", () => {
  const places = READ.filter(
    ({ pattern }) => pattern.startsWith("/badges/:subject/") || pattern.startsWith("/certification/:subject/"),
  );
  const words = READ.filter(({ pattern }) => /^\/(?:badges|certification)\/\w+\/:/.test(pattern)).map(
    ({ pattern }) => pattern.split("/")[2] ?? "",
  );
  expect(places.length).toBeGreaterThan(5);
  expect([...new Set(words)].toSorted()).toEqual([...RESERVED_SUBJECTS].toSorted());
});

describe("a method that an address does not take", () => {
  test("is 405 with those that it takes, everywhere", async () => {
    for (const { path } of EXAMPLES) {
      const methods = new Set<string>(addressesAt(app, path).map(({ method }) => method));
      for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
        if (methods.has(method) || path.startsWith("/api/v1/snapshots")) continue;
        const isOpen = addressesAt(app, path).some((address) => address.isOpen);
        const answer = await getAs(method, path);
        await answer.body?.cancel();
        const expected = method === "OPTIONS" && isOpen ? 204 : 405;
        expect([method, path, answer.status]).toEqual([method, path, expected]);
        const allow = answer.headers.get("allow")?.split(", ") ?? [];
        expect(allow.filter((one) => one !== "HEAD" && !(one === "OPTIONS" && isOpen)).toSorted()).toEqual(
          [...methods].toSorted(),
        );
        expect(allow.includes("HEAD")).toBe(methods.has("GET"));
      }
    }
  });

  test("is a problem that says what is possible, and nowhere is 405 where nothing is", async () => {
    const answer = await getAs("DELETE", "/status");
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({
      title: "Method not allowed",
      detail: expect.stringContaining("GET, HEAD, OPTIONS"),
    });
    expect((await getAs("DELETE", "/status/")).status).toBe(405);
    expect((await getAs("POST", "/as-of/2024-03-01/standards")).status).not.toBe(200);
    for (const method of ["POST", "OPTIONS"]) expect((await getAs(method, "/no-such-thing/at/all")).status).toBe(404);
    expect((await getAs("HEAD", "/api/v1/validate/documents")).status).toBe(405);
  });
});

describe("scripts of other sites", () => {
  test("may ask for what anybody may read as data, and for nothing else", async () => {
    for (const { method, path } of EXAMPLES.filter((example) => example.method === "GET")) {
      const isOpen = addressesAt(app, path).some((address) => address.isOpen);
      const preflight = await getAs("OPTIONS", path, {
        origin: "https://other.example",
        "access-control-request-method": "GET",
      });
      const answer = await getAs(method, path);
      await answer.body?.cancel();
      const open = [preflight, answer].map(({ headers }) => headers.get("access-control-allow-origin"));
      expect([path, ...open]).toEqual([
        path,
        ...(isOpen ? ["*", "*"] : [path.startsWith("/api/v1/validate") ? "*" : null, open[1]]),
      ]);
      if (!isOpen) continue;
      expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
      expect(preflight.headers.get("access-control-max-age")).toBe("86400");
      expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  test("read no page, and nothing that takes a token", async () => {
    for (const path of ["/", "/standards", "/reports", "/results", "/api/v1/webhooks", "/api/v1/certificates"]) {
      const answer = await getAs("OPTIONS", path);
      expect([path, answer.headers.get("access-control-allow-origin")]).toEqual([path, null]);
      const read = await getAs("GET", path);
      await read.body?.cancel();
      expect([path, read.headers.get("access-control-allow-origin")]).toEqual([path, null]);
    }
  });
});

test("HEAD says what GET says, and sends nothing", async () => {
  await publishFiles([
    testDocument("scs-0100-v3-flavor-naming", { status: "Draft" }, "## Motivation\n\nNames MUST be short."),
  ]);
  for (const { path } of [...EXAMPLES.filter(({ method }) => method === "GET"), { path: "/no-such-page" }]) {
    const [get, head] = [
      await getAs("GET", path, { accept: "text/html" }),
      await getAs("HEAD", path, { accept: "text/html" }),
    ];
    await get.body?.cancel();
    const told = ({ status, headers }: Response): unknown => [
      path,
      status,
      ["content-type", "etag", "cache-control", "location"].map((name) => headers.get(name)),
    ];
    expect(told(head)).toEqual(told(get));
    expect(await head.text()).toBe("");
  }
});

test("who may not ask learns nothing: what takes a token is 401 without one", async () => {
  for (const { method, pattern, caller } of ADDRESSES.filter((address) => address.caller !== "anybody")) {
    const example = EXAMPLES.find(({ method: verb, path }) => verb === method && patternExpression(pattern).test(path));
    const answer = await getAs(method, example?.path ?? "");
    await answer.body?.cancel();
    expect([method, pattern, caller, answer.status]).toEqual([method, pattern, caller, 401]);
  }
});

test("caches are told what the table says", async () => {
  setKeys(await createJwk("k1"));
  await publishFiles([
    testDocument("scs-0100-v3-flavor-naming", { status: "Draft" }, "## Motivation\n\nNames MUST be short."),
  ]);
  const differ: unknown[] = [];
  for (const { path } of EXAMPLES.filter(({ method }) => method === "GET")) {
    const answer = await getAs("GET", path);
    await answer.body?.cancel();
    const pattern = answering(app, "GET", path);
    const caching =
      ADDRESSES.find((address) => address.method === "GET" && address.pattern === pattern)?.caching ?? "never";
    const told = answer.headers.get("cache-control") ?? "";
    if (answer.status === 200 && !CACHING[caching].test(told)) differ.push([path, caching, told]);
  }
  expect(differ).toEqual([]);
});

const CACHING: Readonly<Record<Address["caching"], RegExp>> = {
  never: /no-store/,
  moment: /^$/,
  minute: /^public, max-age=(?:\d|[1-5]\d|60)$/,
  minutes: /^public, max-age=(?:60|300|300, stale-if-error=86400)$/,
  day: /^public, max-age=(?:60|3600|86400)$/,
  forever: /immutable/,
};

async function getAs(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return exports.default.fetch(new Request(`http://stele.test${path}`, { method, headers, redirect: "manual" }));
}
