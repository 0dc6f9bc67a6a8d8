import {
  flag,
  nullable,
  number,
  object,
  optional,
  record,
  text,
  type ValueOf,
  type Shape,
} from "#core/base/stored/shape.ts";

import { sha256Hex } from "../http/digest.ts";

/** Who is asking, proved by a token or a password. */
export interface Account {
  readonly subject: string;
  readonly roles: number;
  readonly demo: boolean;
  /** IANA name of the zone in which its reports write times without offset (default: UTC). */
  readonly timeZone?: string;
}

/** A row of `account`. */
export const accountRow = record({ subject: text, roles: number, demo: number, timeZone: nullable(text) });

/** Such a row. */
type AccountRow = ValueOf<typeof accountRow>;

/** An account that was kept with what it sent. */
export const account: Shape<Account> = object<Account>({
  subject: text,
  roles: number,
  demo: flag,
  timeZone: optional(text),
});

/** The account that a row tells of. */
export function toAccount({ subject, roles, demo, timeZone }: AccountRow): Account {
  return { subject, roles, demo: demo === 1, ...(timeZone === null ? {} : { timeZone }) };
}

/** The credentials of a request: `user` is absent with `Bearer`. */
export interface SentCredentials {
  readonly user?: string;
  readonly secret: string;
}

/** Whether the request carries the operator's token: the right to publish and to manage accounts. */
export async function isOperator(request: Request, operatorTokenSha256: string): Promise<boolean> {
  const credentials = readCredentials(request);
  if (credentials === undefined || !/^[0-9a-f]{64}$/.test(operatorTokenSha256)) return false;
  // Both sides are digests of equal length, so comparing them leaks nothing about the token.
  return (await sha256Hex(credentials.secret)) === operatorTokenSha256;
}

/** What the Authorization header says; undefined where it is absent or malformed. */
export function readCredentials(request: Request): SentCredentials | undefined {
  const header = request.headers.get("authorization") ?? "";
  const bearer = /^Bearer +([!-~]{1,512})$/i.exec(header);
  if (bearer?.[1] !== undefined) return { secret: bearer[1] };
  const basic = /^Basic +([A-Za-z0-9+/=]{1,1024})$/i.exec(header);
  if (basic?.[1] === undefined) return undefined;
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
      Uint8Array.from(atob(basic[1]), (character) => character.charCodeAt(0)),
    );
    const colon = decoded.indexOf(":");
    return colon < 0 ? undefined : { user: decoded.slice(0, colon), secret: decoded.slice(colon + 1) };
  } catch {
    return undefined; // not base64 or not UTF-8
  }
}
