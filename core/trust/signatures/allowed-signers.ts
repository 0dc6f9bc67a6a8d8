/** Files that say which keys may sign: `allowed_signers` (ssh-keygen(1)), `authorized_keys` and `.pub`. */
import { decodeBase64 } from "./base64.ts";
import { parsePublicKey } from "./public-key.ts";
import { createWireReader } from "./ssh-wire.ts";
import type { RegisteredKey } from "./verify-sshsig.ts";

/** A key that may sign, with what its line demands. */
export interface AllowedSigner extends RegisteredKey {
  /** Patterns of the identities that it is for; undefined in files that name none. */
  readonly principals?: string;
  /** Patterns of the purposes that it may sign for; undefined for any. */
  readonly namespaces?: string;
  /** The key signs certificates of keys, not messages. */
  readonly isAuthority?: true;
}

/** Makes an instant of a local date and time; the month counts from 0, as for Date. */
export type LocalTime = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
) => Date;

const UTC: LocalTime = (...parts) => new Date(Date.UTC(...parts));

/** The keys of a file; a line that makes no sense says nothing, as for ssh-keygen. Times without zone are local ones. */
export function readAllowedSigners(text: string, local: LocalTime = UTC): readonly AllowedSigner[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const trimmed = line.trim();
    return trimmed === "" || trimmed.startsWith("#") ? [] : (readLine(trimmed, index + 1, local) ?? []);
  });
}

function readLine(line: string, number: number, local: LocalTime): AllowedSigner | undefined {
  const bare = readKey(line, number);
  if (bare !== undefined) return bare;
  const [first, rest] = splitField(line);
  if (first === undefined) return undefined;
  // In `authorized_keys` options come first; they bind there too.
  const leads = /^(?:cert-authority|namespaces=|valid-after=|valid-before=|expiry-time=)/i.test(first);
  const leading = leads ? readOptions(first, local) : {};
  if (leading === undefined) return undefined;
  const principals = /^".*"$/.test(first) ? first.slice(1, -1) : first;
  const named = readKey(rest, number);
  if (named !== undefined) return { ...named, principals, ...leading };
  const [second, key] = splitField(rest);
  const isForeign = second === undefined || /(?:^|,)expiry-time=/i.test(second);
  const options = isForeign ? undefined : readOptions(second, local);
  const optioned = readKey(key, number);
  if (options === undefined || optioned === undefined) return undefined;
  return { ...optioned, principals, ...leading, ...options };
}

/** Type, key in base64 and comment; undefined for anything else. */
function readKey(text: string, number: number): AllowedSigner | undefined {
  const [type = "", blob = "", ...comment] = text.trim().split(/\s+/);
  const bytes = blob.startsWith("AAAA") ? decodeBase64(blob) : undefined;
  if (bytes === undefined || !parsePublicKey(bytes).ok || createWireReader(bytes).name() !== type) return undefined;
  return { name: comment.join(" ") || `of line ${number}`, type, blob };
}

/** The text up to the next blank outside quotes, and the rest; undefined where a quote is not closed. */
function splitField(text: string): readonly [string | undefined, string] {
  let quoted = false;
  let at = 0;
  for (; at < text.length && (quoted || !/[ \t]/.test(text[at] ?? "")); at += 1) {
    if (text[at] === "\\" && text[at + 1] === '"') at += 1;
    else if (text[at] === '"') quoted = !quoted;
  }
  return quoted ? [undefined, ""] : [text.slice(0, at), text.slice(at).trim()];
}

type Options = Pick<AllowedSigner, "namespaces" | "isAuthority" | "validFrom" | "validUntil">;

/** The options of a line; undefined where one is unknown, stands twice or makes no sense. */
function readOptions(text: string, local: LocalTime): Options | undefined {
  const found = new Map<string, string>();
  let rest = text;
  for (;;) {
    const match =
      /^(cert-authority)(?=,|$)|^(namespaces|valid-after|valid-before|expiry-time)="((?:[^"\\]|\\.)*)"/i.exec(rest);
    if (match === null) return undefined;
    const name = (match[1] ?? match[2] ?? "").toLowerCase();
    if (found.has(name) && name !== "cert-authority") return undefined;
    found.set(name, (match[3] ?? "").replaceAll('\\"', '"'));
    rest = rest.slice(match[0].length);
    if (rest === "") break;
    if (!rest.startsWith(",") || rest === ",") return undefined;
    rest = rest.slice(1);
  }
  return toOptions(found, local);
}

function toOptions(found: ReadonlyMap<string, string>, local: LocalTime): Options | undefined {
  const [after, before] = [found.get("valid-after"), found.get("valid-before") ?? found.get("expiry-time")];
  const validFrom = after === undefined ? undefined : readTime(after, local);
  const last = before === undefined ? undefined : readTime(before, local);
  if ((after !== undefined && validFrom === undefined) || (before !== undefined && last === undefined))
    return undefined;
  if (validFrom !== undefined && last !== undefined && last <= validFrom) return undefined;
  const namespaces = found.get("namespaces");
  return {
    ...(namespaces === undefined ? {} : { namespaces }),
    ...(found.has("cert-authority") ? { isAuthority: true } : {}),
    ...(validFrom === undefined ? {} : { validFrom }),
    // ssh-keygen counts the last second in.
    ...(last === undefined ? {} : { validUntil: new Date(last.getTime() + 1_000) }),
  };
}

/** `YYYYMMDD[HHMM[SS]][Z]`; days beyond a month's end run over into the next, as in C. */
function readTime(text: string, local: LocalTime): Date | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(z|utc)?$/i.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 61) return undefined;
  const instant = (match[7] === undefined ? local : UTC)(year, month - 1, day, hour, minute, second);
  return instant.getTime() > 0 ? instant : undefined;
}
