import { expect, test } from "vitest";

import { compareAccounts } from "#core/trust/accounts/compare-accounts.ts";
import type { DeclaredAccount } from "#core/trust/accounts/read-accounts.ts";
import { ROLE_BITS } from "#core/trust/accounts/roles.ts";

const account = (subject: string, facts: Partial<DeclaredAccount> = {}): DeclaredAccount => ({
  subject,
  group: undefined,
  roles: 0,
  demo: false,
  timeZone: undefined,
  delegates: ["x", "y"],
  apiKeys: [],
  keys: [],
  ...facts,
});
const KEY = { name: "laptop", type: "ssh-ed25519", blob: "AAAA" };

test("comparing says which accounts are new, changed and gone; the order of lists does not matter", () => {
  const before = [account("same"), account("changed"), account("gone")];
  const after = [account("same", { delegates: ["y", "x"] }), account("changed", { roles: 1 }), account("new")];
  expect(compareAccounts(before, after)).toEqual({
    added: ["new"],
    changed: ["changed"],
    removed: ["gone"],
    differences: { changed: ["+ role read_any"] },
  });
});

test("every fact of an account is a line of the diff", () => {
  const before = account("a", { group: "north", roles: ROLE_BITS.read_any, apiKeys: ["sha256:1"], keys: [KEY] });
  const after = account("a", {
    group: "south",
    roles: ROLE_BITS.read_any | ROLE_BITS.approve,
    demo: true,
    timeZone: "Europe/Berlin",
    delegates: ["y", "z"],
    apiKeys: ["sha256:2"],
    keys: [{ ...KEY, validUntil: "2027-01-01T00:00:00.000000Z" }],
  });
  expect(compareAccounts([before], [after]).differences["a"]).toEqual([
    "- group north",
    "- delegate x",
    "- API key sha256:1",
    "- key laptop: ssh-ed25519 AAAA",
    "+ group south",
    "+ demo",
    "+ time zone Europe/Berlin",
    "+ role approve",
    "+ delegate z",
    "+ API key sha256:2",
    "+ key laptop: ssh-ed25519 AAAA until 2027-01-01T00:00:00.000000Z",
  ]);
});
