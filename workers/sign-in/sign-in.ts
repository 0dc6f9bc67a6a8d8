/**
 * Signing in with a name and a secret. Random tokens are a lookup. Passwords of older accounts files are checked once by
 * their slow hash and from then on by a keyed digest, so that a nightly upload costs next to nothing.
 *
 * A wrong password costs the same work whether the name is known or not, and slow checks are limited by name, address and
 * isolate: whoever tries passwords by the thousand slows down themselves, never the public pages.
 */
import { compareSync } from "bcryptjs";

import { encodeBase64 } from "#core/trust/signatures/base64.ts";
import { findFittingHash, slowChecks, type SlowCheck } from "#core/trust/accounts/slow-checks.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Argon2idVerifier } from "./argon2id.ts";
import { createAttemptLimit } from "./attempt-limit.ts";
import { readCredentials, type Account, type SentCredentials } from "./auth.ts";
import { findCredentials, keepVerifier, makeVerifierKey, verifierName, type Credentials } from "./credential-store.ts";
import { keptArgon2id } from "./kept-argon2id.ts";
import { sha256Hex } from "../http/digest.ts";
import { hmacSha256 } from "../http/hmac.ts";
import { problemResponse, unauthorized } from "../http/problem.ts";
import type { Bindings } from "../state/bindings.ts";
import { clientNetwork } from "../state/client-network.ts";

/** Why nobody is signed in. */
export type SignInFailure =
  | { readonly reason: "not-authenticated" }
  | { readonly reason: "incorrect" }
  | { readonly reason: "too-many-attempts"; readonly retryAfterSeconds: number };

/**
 * Slow checks take some 0.3 s in which an isolate does nothing else: three at once and one every twenty seconds leave it to its
 * readers. Right passwords give their attempt back, so that these limits never meet a night of first uploads.
 */
const perIsolate = createAttemptLimit({ burst: 3, refillSeconds: 20 });
const perAddress = createAttemptLimit({ burst: 3, refillSeconds: 30 });
const perName = createAttemptLimit({ burst: 3, refillSeconds: 60 });

/** The account whose credentials a request carries, by HTTP Basic (RFC 7617) or Bearer (RFC 6750). */
export async function signIn(
  request: Request,
  env: Pick<Bindings, "DB" | "CLIENT_ADDRESS_HEADER">,
  now: Date,
): Promise<Result<Account, SignInFailure>> {
  if (!request.headers.has("authorization")) return failure({ reason: "not-authenticated" });
  const sent = readCredentials(request);
  if (sent === undefined) return failure({ reason: "incorrect" });
  const known = await findCredentials(env, now);
  const byToken = await findByToken(known, sent);
  if (byToken !== undefined) return success(byToken);
  const { user, secret } = sent;
  if (user === undefined) return failure({ reason: "incorrect" });
  const checks = slowChecks(known.slowHashes.get(user) ?? [], known.most);
  // Nobody here has a password: there is nothing to check, and nothing to tell known names by.
  if (checks.length === 0) return failure({ reason: "incorrect" });
  const account = known.accounts.get(user);
  const key = known.verifierKey ?? (await makeVerifierKey(env));
  const verifiers = await Promise.all(checks.map(({ hash }) => verifierOf(key, hash, secret)));
  // Digests under a key that the guesser does not know: how far two of them agree tells nothing.
  const wasRight = checks.some(({ hash }, index) => known.verifiers.get(verifierName(user, hash)) === verifiers[index]);
  if (wasRight && account !== undefined) return success(account);
  const names = { perName: user, perAddress: clientNetwork(request, env) ?? "", perIsolate: "" };
  const retryAfterSeconds = takeAttempt(names, now);
  if (retryAfterSeconds > 0) return failure({ reason: "too-many-attempts", retryAfterSeconds });
  const argon2id = await keptArgon2id();
  const hash = findFittingHash(checks, (check) => fits(check, secret, argon2id));
  if (hash === undefined || account === undefined) return failure({ reason: "incorrect" });
  for (const [limit, name] of limitsOf(names)) limit.giveBack(name);
  await keepVerifier(env, user, hash, await verifierOf(key, hash, secret));
  return success(account);
}

/** The account that a token belongs to; tokens have 256 random bits, so looking for their hash tells a guesser nothing. */
async function findByToken(known: Credentials, { user, secret }: SentCredentials): Promise<Account | undefined> {
  const subjects = known.subjectsByToken.get(`sha256:${await sha256Hex(secret)}`) ?? [];
  const subject = user === undefined ? subjects[0] : subjects.find((one) => one === user);
  return subject === undefined ? undefined : known.accounts.get(subject);
}

/** 401 or 429 in the words that the monitor's clients know. */
export function signInRefused(refusal: SignInFailure): Response {
  switch (refusal.reason) {
    case "not-authenticated":
      return unauthorized("Not authenticated");
    case "incorrect":
      return unauthorized("Incorrect username or password");
    case "too-many-attempts": {
      const { retryAfterSeconds } = refusal;
      const detail = `Too many logins that need a slow check; try again in ${retryAfterSeconds} seconds. Tokens and passwords that were right before are not limited.`;
      const problem = { status: 429, title: "Too many attempts", detail, extensions: { retryAfterSeconds } } as const;
      return problemResponse(problem, { "retry-after": String(retryAfterSeconds) });
    }
  }
}

async function verifierOf(key: string, hash: string, secret: string): Promise<string> {
  return encodeBase64(await hmacSha256(key, `${hash}\0${secret}`));
}

function fits({ kind, hash }: SlowCheck, secret: string, argon2id: Argon2idVerifier): boolean {
  if (kind === "bcrypt") return compareSync(secret, hash);
  const outcome = argon2id(hash, secret);
  return outcome.ok && outcome.value;
}

interface AttemptNames {
  readonly perName: string;
  readonly perAddress: string;
  readonly perIsolate: string;
}

function limitsOf(names: AttemptNames) {
  return [
    [perName, names.perName],
    [perAddress, names.perAddress],
    [perIsolate, names.perIsolate],
  ] as const;
}

/** Takes an attempt under every name, or none: a refused one must not use up what others may need. */
function takeAttempt(names: AttemptNames, now: Date): number {
  const taken: (readonly [typeof perName, string])[] = [];
  for (const [limit, name] of limitsOf(names)) {
    const waitSeconds = limit.take(name, now);
    if (waitSeconds > 0) {
      for (const [earlier, earlierName] of taken) earlier.giveBack(earlierName);
      return waitSeconds;
    }
    taken.push([limit, name]);
  }
  return 0;
}
