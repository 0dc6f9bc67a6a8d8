import type { AccountKey, DeclaredAccount } from "./read-accounts.ts";
import { hasRole, ROLE_BITS, type RoleName } from "./roles.ts";

/** What applying a file changes, subject by subject. */
export interface AccountChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** By changed subject, the lines of a diff: `- group: north`, `+ role approve`. */
  readonly differences: Readonly<Record<string, readonly string[]>>;
}

/** Compares the accounts before with those that a file declares; the order of lists does not matter. */
export function compareAccounts(before: readonly DeclaredAccount[], after: readonly DeclaredAccount[]): AccountChanges {
  const known = new Map(before.map((account) => [account.subject, describe(account)]));
  const declared = new Set(after.map((account) => account.subject));
  const differences = after.flatMap((account) => {
    const old = known.get(account.subject);
    const lines = old === undefined ? [] : compareLines(old, describe(account));
    return lines.length === 0 ? [] : [[account.subject, lines] as const];
  });
  return {
    added: after.filter(({ subject }) => !known.has(subject)).map(({ subject }) => subject),
    changed: differences.map(([subject]) => subject),
    removed: before.filter(({ subject }) => !declared.has(subject)).map(({ subject }) => subject),
    differences: Object.fromEntries(differences),
  };
}

function compareLines(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** Everything about an account, a line for each fact; accounts with the same lines are the same. */
function describe({ group, roles, demo, timeZone, delegates, apiKeys, keys }: DeclaredAccount): readonly string[] {
  const roleNames = (Object.keys(ROLE_BITS) as RoleName[]).filter((role) => hasRole(roles, role));
  return [
    ...(group === undefined ? [] : [`group ${group}`]),
    ...(demo ? ["demo"] : []),
    ...(timeZone === undefined ? [] : [`time zone ${timeZone}`]),
    ...roleNames.map((role) => `role ${role}`),
    ...delegates.map((delegate) => `delegate ${delegate}`),
    ...apiKeys.map((hash) => `API key ${hash}`),
    ...keys.map(describeKey),
  ];
}

function describeKey({ name, type, blob, validFrom, validUntil }: AccountKey): string {
  const from = validFrom === undefined ? "" : ` from ${validFrom}`;
  const until = validUntil === undefined ? "" : ` until ${validUntil}`;
  return `key ${name}: ${type} ${blob}${from}${until}`;
}
