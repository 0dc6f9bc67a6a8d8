/** Whether the issuer took a credential back: its entries in status lists, which are credentials themselves. */
import { checkSecured } from "./check-secured.ts";
import { asList, idOf, type JsonObject } from "./json-value.ts";
import { openCredential } from "./open-credential.ts";
import { readStatus, readStatusEntry } from "./status-list.ts";
import type { CredentialCheck, KeyedHost } from "./verification.ts";

/** A certificate has two entries; a long list of them would only make the verifier fetch. */
const MAX_STATUS_ENTRIES = 4;

/** One step per entry; none for a credential without. */
export async function checkStatus(
  { credentialStatus, issuer }: JsonObject,
  host: KeyedHost,
): Promise<readonly CredentialCheck[]> {
  const entries = asList(credentialStatus);
  if (entries.length > MAX_STATUS_ENTRIES) {
    const message = `It has ${entries.length} status entries; ${MAX_STATUS_ENTRIES} are looked at.`;
    return [{ name: "status", outcome: "fail", message }];
  }
  return Promise.all(entries.map((entry) => checkEntry(entry, idOf(issuer), host)));
}

async function checkEntry(entry: unknown, issuer: string | undefined, host: KeyedHost): Promise<CredentialCheck> {
  const status = (outcome: CredentialCheck["outcome"], message: string) =>
    ({ name: "status", outcome, message }) as const;
  const pointer = readStatusEntry(entry);
  if (pointer === undefined) return status("unknown", "It has a status of a kind that cannot be checked here.");
  const fetched = await host.fetchText(pointer.listUrl);
  if (!fetched.ok) return status("unknown", `Its ${pointer.purpose} list cannot be had: ${fetched.failure}.`);
  const list = await openCredential(fetched.value, host);
  const fault = checkSecured(list, host.now).find((check) => check.outcome !== "pass");
  if (fault !== undefined || list.content === undefined) {
    return status("unknown", `Its ${pointer.purpose} list is not to be believed: ${fault?.message ?? ""}`);
  }
  if (idOf(list.content["issuer"]) !== issuer) {
    return status("unknown", `Its ${pointer.purpose} list is by another issuer.`);
  }
  const isSet = await readStatus(list.content, pointer, host.gzip);
  if (!isSet.ok) return status("unknown", `Its ${pointer.purpose} cannot be told: ${isSet.failure.detail}.`);
  const words =
    pointer.purpose === "revocation" ? "revoked" : pointer.purpose === "suspension" ? "suspended" : "marked";
  return isSet.value ? status("fail", `It is ${words}.`) : status("pass", `It is not ${words}.`);
}
