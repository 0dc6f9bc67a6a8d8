import { sha256Hex } from "./digest.ts";

/** Role bits of the compliance monitor's accounts. */
export const ROLE = { readAny: 1, appendAny: 2, admin: 4, approve: 8 } as const;

/** Who is asking, proved by a token. */
export interface Account {
  readonly subject: string;
  readonly roles: number;
  readonly demo: boolean;
}

/** The credentials of a request: `user` is absent with `Bearer`. */
interface Credentials {
  readonly user?: string;
  readonly secret: string;
}

/**
 * The account whose token the request carries, by HTTP Basic (`subject:token`, RFC 7617) or Bearer (RFC 6750).
 * Undefined for no, malformed or wrong credentials alike; tokens have 256 random bits, so a lookup by their SHA-256
 * tells a guesser nothing.
 */
export async function authenticate(request: Request, db: D1Database): Promise<Account | undefined> {
  const credentials = readCredentials(request);
  if (credentials === undefined) return undefined;
  const hash = `sha256:${await sha256Hex(credentials.secret)}`;
  const { results } = await db
    .prepare("SELECT subject, roles, demo FROM api_key JOIN account USING (subject) WHERE hash = ?1")
    .bind(hash)
    .all<{ subject: string; roles: number; demo: number }>();
  const row = credentials.user === undefined ? results[0] : results.find((one) => one.subject === credentials.user);
  return row === undefined ? undefined : { subject: row.subject, roles: row.roles, demo: row.demo === 1 };
}

/** Whether the request carries the operator's token: the right to publish and to manage accounts. */
export async function isOperator(request: Request, operatorTokenSha256: string): Promise<boolean> {
  const credentials = readCredentials(request);
  if (credentials === undefined || !/^[0-9a-f]{64}$/.test(operatorTokenSha256)) return false;
  // Both sides are digests of equal length, so comparing them leaks nothing about the token.
  return (await sha256Hex(credentials.secret)) === operatorTokenSha256;
}

function readCredentials(request: Request): Credentials | undefined {
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
