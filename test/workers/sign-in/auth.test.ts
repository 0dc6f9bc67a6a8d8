import { expect, test } from "vitest";

import { isOperator, readCredentials, toAccount } from "../../../workers/sign-in/auth.ts";
import { sha256Hex } from "../../../workers/http/digest.ts";

const sent = (authorization: string): Request => new Request("https://stele.example/", { headers: { authorization } });
const basic = (text: string): Request => sent(`Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`);

test.each([
  ["Bearer abc", { secret: "abc" }],
  ["bearer   a-!~", { secret: "a-!~" }],
  [`Bearer ${"x".repeat(512)}`, { secret: "x".repeat(512) }],
])("%.40s is a token", (header, credentials) => {
  expect(readCredentials(sent(header))).toEqual(credentials);
});

test.each([
  ["alpha:secret", { user: "alpha", secret: "secret" }],
  ["alpha:", { user: "alpha", secret: "" }],
  [":secret", { user: "", secret: "secret" }],
  ["alpha:a:b", { user: "alpha", secret: "a:b" }],
  ["ä:ß", { user: "ä", secret: "ß" }],
])("%s is a name and a password, as Basic has it", (text, credentials) => {
  expect(readCredentials(basic(text))).toEqual(credentials);
});

test.each([
  "",
  "Bearer",
  "Bearerabc",
  "Bearer a b",
  "Bearer ü",
  `Bearer ${"x".repeat(513)}`,
  "XBearer abc",
  "Basic",
  "XBasic YTpi",
  "Basic YTpi x",
  `Basic ${btoa("no colon")}`,
  "Basic YTpi=", // too much padding
  "Basic YQ===",
  "Basic /zpi", // not UTF-8
  `Basic ${btoa(`a:${"b".repeat(1_000)}`)}`,
])("`%.40s` is nobody's credential", (header) => {
  expect(readCredentials(sent(header))).toBeUndefined();
});

test("no header is nobody's credential", () => {
  expect(readCredentials(new Request("https://stele.example/"))).toBeUndefined();
});

test("the operator is who knows the token whose digest is configured, and nobody where none is", async () => {
  const digest = await sha256Hex("token");
  expect(await isOperator(sent("Bearer token"), digest)).toBe(true);
  expect(await isOperator(basic("anybody:token"), digest)).toBe(true);
  expect(await isOperator(sent("Bearer other"), digest)).toBe(false);
  expect(await isOperator(sent(`Bearer ${digest}`), digest)).toBe(false);
  expect(await isOperator(new Request("https://stele.example/"), digest)).toBe(false);
  for (const configured of ["", "token", digest.toUpperCase(), `${digest}0`, ` ${digest}`])
    expect(await isOperator(sent("Bearer token"), configured)).toBe(false);
});

test("an account is what its row says, without zone where none is declared", () => {
  const row = { subject: "alpha", roles: 5, demo: 0, timeZone: null };
  expect(toAccount(row)).toEqual({ subject: "alpha", roles: 5, demo: false });
  expect(toAccount({ ...row, demo: 1, timeZone: "Europe/Berlin" })).toEqual({
    subject: "alpha",
    roles: 5,
    demo: true,
    timeZone: "Europe/Berlin",
  });
});
