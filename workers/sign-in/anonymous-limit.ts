import { problemResponse } from "../http/problem.ts";
import type { Bindings } from "../state/bindings.ts";
import { clientNetwork } from "../state/client-network.ts";
import { createAttemptLimit } from "./attempt-limit.ts";

/**
 * What everybody may send without an account costs up to half a second of CPU: checks of documents and SBOMs, and signed uploads,
 * which are read before the signature says who sends them. One limit for all of them, so that nobody has several. An
 * editor that checks with every save stays below it.
 */
const perNetwork = createAttemptLimit({ burst: 30, refillSeconds: 2 });
/** Where nobody tells who sends, all senders are one. */
const unknownNetworks = createAttemptLimit({ burst: 300, refillSeconds: 0.2 });

/**
 * Takes one attempt for a request without an account, before its body is read. Answers 429 with the seconds to wait where none is
 * left; `advice` says what works instead and ends before "again in … seconds".
 */
export function refuseTooMany(
  request: Request,
  env: Pick<Bindings, "CLIENT_ADDRESS_HEADER">,
  advice: string,
  now: Date,
): Response | undefined {
  const network = clientNetwork(request, env);
  const waitSeconds = network === undefined ? unknownNetworks.take("", now) : perNetwork.take(network, now);
  if (waitSeconds === 0) return undefined;
  const detail = `Too many requests from your network. ${advice} again in ${waitSeconds} seconds.`;
  return problemResponse(
    { status: 429, title: "Too many requests", detail, extensions: { retryAfterSeconds: waitSeconds } },
    { "retry-after": String(waitSeconds), "access-control-allow-origin": "*" },
  );
}

/** Takes more attempts for a request that was let in and costs as much as several. */
export function chargeMore(request: Request, env: Pick<Bindings, "CLIENT_ADDRESS_HEADER">, attempts: number): void {
  const network = clientNetwork(request, env);
  if (network === undefined) unknownNetworks.charge("", attempts);
  else perNetwork.charge(network, attempts);
}
