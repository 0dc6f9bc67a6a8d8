import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readAccounts } from "#core/trust/accounts/read-accounts.ts";

const KEY = `AAAAC3NzaC1lZDI1NTE5AAAAI${"A".repeat(43)}`;

const FILE = `accounts:
  - subject: demo-ci
    roles: [append_any, read_any]
    api_keys: ["sha256:${"0".repeat(64)}"]
  - subject: regio-1.34
    group: regio
    demo: true
    delegates: [demo-ci, declared-later]
    keys:
      - {public_key: ${KEY}, public_key_type: ssh-ed25519, public_key_name: primary}
`;

test("an account has its roles as bits, its delegates in any order, its keys by name", () => {
  expect(readAccounts("accounts.yaml", FILE)).toEqual({
    findings: [],
    accounts: [
      {
        subject: "demo-ci",
        group: undefined,
        roles: 3,
        demo: false,
        timeZone: undefined,
        delegates: [],
        apiKeys: [`sha256:${"0".repeat(64)}`],
        keys: [],
      },
      {
        subject: "regio-1.34",
        group: "regio",
        roles: 0,
        demo: true,
        delegates: ["demo-ci", "declared-later"],
        apiKeys: [],
        keys: [{ name: "primary", type: "ssh-ed25519", blob: KEY }],
      },
    ],
  });
});

test.each([
  ["an empty list", "accounts: []"],
  ["no value", "accounts:"],
  ["no accounts at all", "{}"],
])("%s is a file without accounts", (_name, text) => {
  expect(readAccounts("accounts.yaml", text)).toEqual({ accounts: [], findings: [] });
});

test.each([
  ["an unknown role", "accounts: [{subject: a, roles: [root]}]", "/accounts/0/roles/0"],
  ["a key that is no hash", "accounts: [{subject: a, api_keys: [hunter2]}]", "/accounts/0/api_keys/0"],
  ["a subject with a slash", "accounts: [{subject: a/b}]", "/accounts/0/subject"],
  ["a misspelled field", "accounts: [{subject: a, delegate: [b]}]", "/accounts/0"],
])("%s is a finding with its place", (_name, text, pointer) => {
  const { accounts, findings } = readAccounts("accounts.yaml", text);
  expect(accounts).toBeUndefined();
  expect(findings[0]).toMatchObject({ ruleId: "accounts-schema", place: { pointer, start: { line: 1 } } });
});

test.each([
  ["a subject", "accounts: [{subject: a}, {subject: a}]", "declared twice"],
  [
    "a key name",
    `accounts: [{subject: a, keys: [{public_key: ${KEY}, public_key_type: ssh-ed25519, public_key_name: k}, {public_key: ${KEY}, public_key_type: ssh-ed25519, public_key_name: k}]}]`,
    "two keys named",
  ],
])("%s that occurs twice is a finding", (_name, text, message) => {
  const { accounts, findings } = readAccounts("accounts.yaml", text);
  expect(accounts).toBeUndefined();
  expect(findings[0]?.message).toContain(message);
});

test.each([
  [
    "memory for a denial of service",
    `$argon2id$v=19$m=1048576,t=3,p=4$${"A".repeat(22)}$${"A".repeat(43)}`,
    "too much",
  ],
  ["2²⁰ rounds", `$2b$20$${"A".repeat(53)}`, "too much"],
  ["no passes", `$argon2id$v=19$m=64,t=0,p=1$${"A".repeat(22)}$${"A".repeat(43)}`, "no hash"],
])("a hash that asks for %s is a finding with the remedy", (_name, hash, message) => {
  const { accounts, findings } = readAccounts("accounts.yaml", `accounts: [{subject: a, api_keys: ["${hash}"]}]`);
  expect(accounts).toBeUndefined();
  expect(findings[0]?.message).toContain(message);
  expect(findings[0]?.message).toContain("stele accounts token");
});

test("an account has a time zone, a key the time in which it may sign", () => {
  const key = `{public_key: ${KEY}, public_key_type: ssh-ed25519, public_key_name: k, valid_from: 2026-01-01, valid_until: "2027-01-01T00:00:00+01:00"}`;
  const file = `accounts: [{subject: a, time_zone: Europe/Berlin, keys: [${key}]}]`;
  expect(readAccounts("accounts.yaml", file).accounts?.[0]).toMatchObject({
    timeZone: "Europe/Berlin",
    keys: [{ validFrom: "2026-01-01T00:00:00.000000Z", validUntil: "2026-12-31T23:00:00.000000Z" }],
  });
});

test.each([
  ["time_zone: Middle/Earth", "IANA name"],
  [`keys: [{public_key: ${KEY}, public_key_type: ssh-ed25519, public_key_name: k, valid_until: soon}]`, "`soon`"],
])("%s is a finding", (text, message) => {
  const { accounts, findings } = readAccounts("accounts.yaml", `accounts: [{subject: a, ${text}}]`);
  expect(accounts).toBeUndefined();
  expect(findings[0]?.message).toContain(message);
});

test("no text crashes the reader", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { accounts, findings } = readAccounts("accounts.yaml", text);
      expect(accounts === undefined).toBe(findings.length > 0);
    }),
  );
});

test("a name that addresses use for something else is refused, one that every object has is a name", () => {
  for (const subject of ["group-pair", "group-", "providers", "reports", "sboms", "scopes", "operator"]) {
    const { accounts, findings } = readAccounts("accounts.yaml", `accounts: [{subject: ${subject}}]`);
    expect([subject, accounts, findings.map(({ ruleId }) => ruleId)]).toEqual([subject, undefined, ["accounts-name"]]);
  }
  for (const subject of ["constructor", "toString", "groups", "hasOwnProperty"]) {
    expect(readAccounts("accounts.yaml", `accounts: [{subject: ${subject}}]`).accounts).toMatchObject([{ subject }]);
  }
});
