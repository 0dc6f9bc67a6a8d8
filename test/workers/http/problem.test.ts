import { Hono } from "hono";
import { expect, test } from "vitest";

import { internalError } from "../../../workers/http/problem.ts";

const app = new Hono().get("/broken", () => {
  throw new Error("secret of the inside");
});
app.onError((_error, context) => internalError(context));

test("a fault of our own is a page for people and a problem for programs, and tells neither about the inside", async () => {
  const page = await app.request("/broken", { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });
  expect([page.status, page.headers.get("content-type")]).toEqual([500, "text/html; charset=utf-8"]);
  const html = await page.text();
  expect(html).toContain("<h1>Internal error</h1>");
  const problem = await app.request("/broken");
  expect([problem.status, problem.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
  const json = await problem.text();
  expect(JSON.parse(json)).toMatchObject({ status: 500, title: "Internal error" });
  expect(html + json).not.toContain("secret");
});
