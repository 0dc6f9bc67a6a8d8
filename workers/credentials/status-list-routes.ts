/** Which certificates are revoked or suspended, as signed lists of bits (W3C Bitstring Status List). */
import { Hono } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { statusListUrl } from "#core/compliance/certificates/certificate-credential.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { statusAt } from "#core/compliance/certificates/status.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import {
  buildStatusList,
  statusPosition,
  STATUS_PURPOSES,
  type StatusPurpose,
} from "#core/trust/credentials/status-list.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { compress, issuerOf, publicAnswer } from "./answer.ts";
import type { Issuer } from "./issuer.ts";
import type { CredentialSources } from "./sources.ts";

/** Longest time in seconds that caches may keep a list. */
const MAX_AGE_SECONDS = 60;
const DAY_IN_MS = 86_400_000;

/** `/status-lists/revocation/<number>` and `/status-lists/suspension/<number>`. */
export function statusListRoutes({ listCertificates }: Pick<CredentialSources, "listCertificates">): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/status-lists/:purpose/:list{[1-9]\\d{0,4}}", async (context) => {
    const { purpose: name, list } = context.req.param();
    const purpose = STATUS_PURPOSES.find((known) => known === name);
    const certificates = await listCertificates(context.env);
    const exists = list === "1" || certificates.some(({ number }) => statusPosition(number).list === Number(list));
    if (purpose === undefined || !exists) return unknownList();
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const now = new Date();
    const { credential, validFrom } = await statusListOf(certificates, purpose, Number(list), issuer.value, now);
    const signed = await addProof(credential, validFrom, issuer.value.signer);
    const maxAge = secondsUntil(nextChangeOf(certificates, now), now, MAX_AGE_SECONDS);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  return routes;
}

/**
 * A list as it is now. It is valid for the rest of the day and the next one, and the same bytes all day as long as
 * nothing changes.
 */
async function statusListOf(
  certificates: readonly Certificate[],
  purpose: StatusPurpose,
  list: number,
  { did, origin }: Issuer,
  now: Date,
): Promise<{ readonly credential: JsonObject; readonly validFrom: Date }> {
  const state = purpose === "revocation" ? "revoked" : "suspended";
  const statuses = certificates.map(({ number, events }) => ({
    ...statusPosition(number),
    ...statusAt({ events }, now),
  }));
  const setEntries = statuses.filter((entry) => entry.list === list && entry.state === state).map(({ index }) => index);
  const startOfDay = now.getTime() - (now.getTime() % DAY_IN_MS);
  const lastChange = statuses.map(({ since }) => since?.getTime() ?? 0);
  const validFrom = new Date(Math.max(startOfDay, ...lastChange));
  const validUntil = new Date(startOfDay + 2 * DAY_IN_MS);
  const url = statusListUrl(origin, purpose, list);
  const credential = await buildStatusList(
    { url, purpose, issuer: did, setEntries, validFrom, validUntil },
    { compress },
  );
  return { credential, validFrom };
}

function nextChangeOf(certificates: readonly Certificate[], now: Date): Date | undefined {
  const instants = certificates.flatMap((certificate) => statusAt(certificate, now).nextChange?.getTime() ?? []);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants));
}

function unknownList(): Response {
  const detail =
    "There is no such status list. The lists are /status-lists/revocation/1 and /status-lists/suspension/1, and so on.";
  return problemResponse({ status: 404, title: "Unknown status list", detail });
}
