import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";

import { OPERATION_GROUPS } from "#core/api/operations/index.ts";
import { PATH_PARAMETERS } from "#core/api/parameters.ts";

import { refuseTooMany } from "../../../workers/sign-in/anonymous-limit.ts";
import { clientNetwork } from "../../../workers/state/client-network.ts";

const CHECK = "http://stele.test/api/v1/validate/documents";
const DOCUMENT = "---\ntitle: Sample\ntype: Standard\nstatus: Draft\ntrack: IaaS\n---\n\n## Introduction\n\nText.\n";

function post(address: string, body: BodyInit, headers: Record<string, string>): Promise<Response> {
  return exports.default.fetch(address, { method: "POST", body, headers });
}

function checkFrom(client: string): Promise<Response> {
  return post(`${CHECK}?path=scs-0100-v1-sample.md`, DOCUMENT, {
    "content-type": "text/markdown",
    "cf-connecting-ip": client,
  });
}

test("a network that floods is told to wait, whatever it asks for and from which of its addresses", async () => {
  const statuses = new Set<number>();
  for (let turn = 0; turn < 40; turn += 1) {
    const client = `2001:db8:aa:1::${turn.toString(16)}`;
    const response =
      turn % 2 === 0
        ? await checkFrom(client)
        : await post("http://stele.test/api/v1/validate/sboms", "{}", {
            "content-type": "application/json",
            "cf-connecting-ip": client,
          });
    statuses.add(response.status);
    if (response.status !== 429) continue;
    const problem = await response.json<{ title: string; detail: string; retryAfterSeconds: number }>();
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("retry-after")).toBe(String(problem.retryAfterSeconds));
    expect(problem.detail).toMatch(/^Too many requests from your network\. Run `stele .*again in \d+ seconds\.$/);
  }
  expect(statuses).toContain(429);
  expect((await checkFrom("2001:db8:aa:2::1")).status).toBe(200);
});

test("a signed upload without a token takes from the same limit", async () => {
  const client = "192.0.2.77";
  for (let turn = 0; turn < 31; turn += 1) await checkFrom(client);
  const response = await post("http://stele.test/api/v1/sboms", "x", {
    "content-type": "application/vnd.cyclonedx+json",
    "cf-connecting-ip": client,
    "x-none": "1",
  });
  expect([401, 429]).toContain(response.status);
  expect((await checkFrom(client)).status).toBe(429);
});

test("every door for writing asks who sends, or takes from the one limit before it reads what was sent", async () => {
  const client = "192.0.2.76";
  for (let turn = 0; turn < 31; turn += 1) await checkFrom(client);
  const doors = OPERATION_GROUPS.flatMap(({ operations }) => operations).filter(
    ({ method }) => !["get", "head", "options"].includes(method),
  );
  expect(doors.length).toBeGreaterThan(10);
  const open: string[] = [];
  for (const { method, path } of doors) {
    const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => PATH_PARAMETERS[name]?.example ?? "x");
    const response = await exports.default.fetch(`http://stele.test${address}`, {
      method: method.toUpperCase(),
      headers: { "content-type": "application/json", "cf-connecting-ip": client },
      ...(method === "delete" ? {} : { body: "{}" }),
    });
    expect([401, 403, 429], `${method} ${path}`).toContain(response.status);
    if (response.status === 429) open.push(path);
  }
  expect(open).toContain("/api/v1/validate/documents");
  expect(open).toContain("/api/v1/validate/sboms");
});

test("documents with too many lines or headings are refused before they are parsed, and told what was counted", async () => {
  const headers = { "content-type": "application/json", "cf-connecting-ip": "192.0.2.78" };
  const documents = (count: number, text: string) =>
    JSON.stringify({ documents: Array.from({ length: count }, (_, index) => ({ path: `scs-${index}.md`, text })) });
  for (const [body, part] of [
    [documents(10, "a\n".repeat(7_000)), "lines"],
    [documents(10, "# a\n".repeat(1_200)), "headings"],
  ] as const) {
    const response = await post(CHECK, body, headers);
    expect(response.status).toBe(413);
    const problem = await response.json<{ detail: string; cost: Record<string, number> }>();
    expect(problem.detail).toContain(`${part}; this endpoint checks at most`);
    expect(problem.detail).toContain("run `stele check` on your machine");
    expect(problem.cost[part]).toBeGreaterThan(0);
  }
});

test("an answer lists no more findings than anybody reads, and says how many more there are", async () => {
  const text = `${DOCUMENT}${"a  b\n\n".repeat(1_500)}`;
  const documents = Array.from({ length: 8 }, (_, index) => ({ path: `scs-010${index}-v1-sample.md`, text }));
  const headers = { "content-type": "application/json", "cf-connecting-ip": "192.0.2.79" };
  const response = await post(CHECK, JSON.stringify({ documents }), headers);
  expect(response.status).toBe(200);
  const { findings, omitted } = await response.json<{ findings: unknown[]; omitted: number }>();
  expect(findings).toHaveLength(5_000);
  expect(omitted).toBeGreaterThan(1_000);
});

test("only the header that is configured says who asks", () => {
  const request = new Request(CHECK, {
    headers: { "cf-connecting-ip": "192.0.2.1", "x-forwarded-for": "198.51.100.9, 203.0.113.5", "x-real-ip": "nobody" },
  });
  expect(clientNetwork(request, { CLIENT_ADDRESS_HEADER: "cf-connecting-ip" })).toBe("192.0.2.1");
  // The nearest proxy adds what it saw behind what it was told.
  expect(clientNetwork(request, { CLIENT_ADDRESS_HEADER: "x-forwarded-for" })).toBe("203.0.113.5");
  expect(clientNetwork(request, { CLIENT_ADDRESS_HEADER: "x-real-ip" })).toBeUndefined();
  for (const name of ["", "-", "no header", "x-absent"]) {
    expect(clientNetwork(request, { CLIENT_ADDRESS_HEADER: name })).toBeUndefined();
  }
  expect(clientNetwork(request, {})).toBeUndefined();
});

test("whoever writes a header that nobody configured stays among the unknown", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  let refused = 0;
  for (let turn = 0; turn < 400; turn += 1) {
    const request = new Request(CHECK, { headers: { "cf-connecting-ip": `192.0.2.${turn % 250}` } });
    if (refuseTooMany(request, {}, "Try", now) !== undefined) refused += 1;
  }
  expect(refused).toBeGreaterThan(0);
  expect(env.CLIENT_ADDRESS_HEADER).toBe("cf-connecting-ip");
});
