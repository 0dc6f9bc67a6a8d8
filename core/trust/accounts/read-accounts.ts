import type { Finding, Place } from "#core/base/finding.ts";
import { readYaml } from "#core/base/yaml/read-yaml.ts";
import { validate, type AccountsFile } from "#schemas/compiled/accounts.js";

import { calendarOf, UTC_CALENDAR } from "#core/base/time/calendar.ts";
import { parseTimestamp, type Timestamp } from "#core/base/time/timestamp.ts";
import { whyReserved } from "./reserved-names.ts";
import { ROLE_BITS } from "./roles.ts";
import { describeSecretHashFailure, parseSecretHash } from "./secret-hash.ts";

/** An SSH key of an account. */
export interface AccountKey {
  readonly name: string;
  /** For example `ssh-ed25519`. */
  readonly type: string;
  /** Base64 of the wire format, as in `authorized_keys`. */
  readonly blob: string;
  /** The key may sign from this instant on (inclusive). */
  readonly validFrom?: Timestamp;
  /** The key may sign until this instant (exclusive). */
  readonly validUntil?: Timestamp;
}

/** One account as the file declares it. */
export interface DeclaredAccount {
  readonly subject: string;
  readonly group: string | undefined;
  /** Sum of `ROLE_BITS`. */
  readonly roles: number;
  readonly demo: boolean;
  /** IANA name of the zone in which its reports write times without offset (default: UTC). */
  readonly timeZone: string | undefined;
  /** Subjects that may submit reports for this one; they may be declared later, or not at all. */
  readonly delegates: readonly string[];
  /** `sha256:<hex>` of a token, or a password hash of older files. */
  readonly apiKeys: readonly string[];
  readonly keys: readonly AccountKey[];
}

/**
 * Reads an accounts file. Undefined where it has faults, which are findings: an invalid file changes nothing. A file
 * without accounts reads as an empty list.
 */
export function readAccounts(
  path: string,
  text: string,
): { readonly accounts: readonly DeclaredAccount[] | undefined; readonly findings: readonly Finding[] } {
  const source = { clause: "Compliance monitor, bootstrap file" };
  const { value, findings } = readYaml(text, validate, { path, rule: "accounts", source });
  if (value === undefined) return { accounts: undefined, findings };
  const accounts = (value.accounts ?? []).map(toAccount);
  const start = { line: 1, column: 1 };
  const place: Place = { path, start, end: start };
  const faults = [
    ...findRepetitions(accounts).map((message) => ["accounts-repeated", message] as const),
    ...accounts.flatMap(findNameFaults).map((message) => ["accounts-name", message] as const),
    ...accounts.flatMap(findHashFaults).map((message) => ["accounts-hash", message] as const),
    ...(value.accounts ?? []).flatMap(findTimeFaults).map((message) => ["accounts-time", message] as const),
  ].map(([ruleId, message]): Finding => ({ ruleId, severity: "error", message, place, source }));
  return faults.length > 0 ? { accounts: undefined, findings: faults } : { accounts, findings: [] };
}

type AccountEntry = NonNullable<AccountsFile["accounts"]>[number];

function toAccount(entry: AccountEntry): DeclaredAccount {
  return {
    subject: entry.subject,
    group: entry.group,
    roles: [...new Set(entry.roles)].reduce((sum, role) => sum + ROLE_BITS[role], 0),
    demo: entry.demo ?? false,
    timeZone: entry.time_zone,
    delegates: [...new Set(entry.delegates)],
    apiKeys: [...new Set(entry.api_keys)],
    keys: (entry.keys ?? []).map((key) => ({
      name: key.public_key_name,
      type: key.public_key_type,
      blob: key.public_key,
      ...instant("validFrom", key.valid_from),
      ...instant("validUntil", key.valid_until),
    })),
  };
}

/** Nothing where no instant is given or it cannot be read; then it is a finding. */
function instant<Name extends string>(name: Name, text: string | undefined): { [key in Name]?: Timestamp } {
  const timestamp = text === undefined ? undefined : parseTimestamp(text, UTC_CALENDAR);
  return (timestamp === undefined ? {} : { [name]: timestamp }) as { [key in Name]?: Timestamp };
}

function findNameFaults({ subject }: DeclaredAccount): string[] {
  const reason = whyReserved(subject);
  return reason === undefined ? [] : [`No account can be called \`${subject}\`: ${reason}. Give it another name.`];
}

function findHashFaults({ subject, apiKeys }: DeclaredAccount): string[] {
  return apiKeys.flatMap((hash) => {
    const parsed = parseSecretHash(hash);
    return parsed.ok ? [] : [`The account \`${subject}\`: ${describeSecretHashFailure(parsed.failure)}`];
  });
}

function findTimeFaults({ subject, time_zone: timeZone, keys = [] }: AccountEntry): string[] {
  const times = keys.flatMap((key) => [key.valid_from, key.valid_until]).filter((text) => text !== undefined);
  const badTimes = times.filter((text) => parseTimestamp(text, UTC_CALENDAR) === undefined);
  return [
    ...(timeZone === undefined || isTimeZone(timeZone)
      ? []
      : [
          `The account \`${subject}\` has the time zone \`${timeZone}\`; write an IANA name such as \`Europe/Berlin\`.`,
        ]),
    ...badTimes.map(
      (text) =>
        `The account \`${subject}\` has a key with the time \`${text}\`; write \`2026-11-20\` or \`2026-11-20T01:02:03Z\`.`,
    ),
  ];
}

function isTimeZone(name: string): boolean {
  try {
    calendarOf(name);
    return true;
  } catch {
    return false;
  }
}

function findRepetitions(accounts: readonly DeclaredAccount[]): string[] {
  const subjects = repeated(accounts.map((account) => account.subject));
  return [
    ...subjects.map((subject) => `The account \`${subject}\` is declared twice; join the two entries.`),
    ...accounts.flatMap(({ subject, keys }) =>
      repeated(keys.map((key) => key.name)).map(
        (name) => `The account \`${subject}\` has two keys named \`${name}\`; give each its own name.`,
      ),
    ),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) < index))];
}
