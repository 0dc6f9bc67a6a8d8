import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { findOwnCloud } from "../../../workers/sign-in/own-cloud.ts";

beforeEach(async () => {
  const insert = env.DB.prepare("INSERT INTO account (subject, group_name, roles, demo) VALUES (?1, ?2, 0, 0)");
  const rows = [
    ["alpha", "one"],
    ["beta", "one"],
    ["gamma", "two"],
    ["delta", null],
    ["epsilon", null],
  ];
  await env.DB.batch(rows.map((row) => insert.bind(...row)));
});

test.each([
  ["alpha", ["alpha"], "alpha"],
  ["alpha", ["gamma", "alpha"], "alpha"],
  ["alpha", ["gamma", "beta"], "beta"],
  ["beta", ["alpha"], "alpha"],
  ["stranger", ["stranger"], "stranger"],
])("%s would judge in its own cause among %j: %s", async (account, clouds, own) => {
  expect(await findOwnCloud(env, account, clouds)).toBe(own);
});

test.each([
  ["alpha", ["gamma", "delta"]],
  ["alpha", []],
  ["delta", ["epsilon"]],
  ["stranger", ["alpha"]],
  ["gamma", ["alpha", "beta"]],
])("%s may judge all of %j", async (account, clouds) => {
  expect(await findOwnCloud(env, account, clouds)).toBeUndefined();
});
