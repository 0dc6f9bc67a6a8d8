import * as fc from "fast-check";
import { expect, test } from "vitest";

import { compareAccounts, readAccounts, type DeclaredAccount } from "#core/accounts/read-accounts.ts";

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

test("comparing says which accounts are new, changed and gone", () => {
  const account = (subject: string, roles = 0): DeclaredAccount => ({
    subject,
    group: undefined,
    roles,
    demo: false,
    delegates: ["x", "y"],
    apiKeys: [],
    keys: [],
  });
  const before = [account("same"), account("changed"), account("gone")];
  const after = [{ ...account("same"), delegates: ["y", "x"] }, account("changed", 1), account("new")];
  expect(compareAccounts(before, after)).toEqual({ added: ["new"], changed: ["changed"], removed: ["gone"] });
});

test("no text crashes the reader", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { accounts, findings } = readAccounts("accounts.yaml", text);
      expect(accounts === undefined).toBe(findings.length > 0);
    }),
  );
});
