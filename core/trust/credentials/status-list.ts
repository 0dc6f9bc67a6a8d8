/** Status lists as credentials, and entries that point into them (W3C Bitstring Status List 1.0 §2). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBitstring, encodeBitstring, isEntrySet, STATUS_LIST_ENTRIES, type Gzip } from "./bitstring.ts";
import { isJsonObject, type JsonObject } from "./json-value.ts";
import { formatDateTime } from "./xsd-date-time.ts";

/** What a list says about an entry: revocation is for good, suspension may end. */
export const STATUS_PURPOSES = ["revocation", "suspension"] as const;

/** What a list says about an entry. */
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/** A list at a time. */
export interface StatusList {
  /** Its address, which is its id. */
  readonly url: string;
  readonly purpose: StatusPurpose;
  /** DID of the issuer. */
  readonly issuer: string;
  readonly setEntries: Iterable<number>;
  readonly validFrom: Date;
  /** After it the list is not to be believed: a suppressed update shows by then. */
  readonly validUntil: Date;
}

/** Milliseconds after which a verifier asks again. */
const TIME_TO_LIVE_IN_MS = 300_000;

/** Where the entry of a certificate is: list (from 1) and index in it. */
export function statusPosition(number: number): { readonly list: number; readonly index: number } {
  return { list: Math.floor(number / STATUS_LIST_ENTRIES) + 1, index: number % STATUS_LIST_ENTRIES };
}

/** The entry of a credential that points at its bit. */
export function statusEntry(listUrl: string, purpose: StatusPurpose, index: number): JsonObject {
  return {
    id: `${listUrl}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listUrl,
  };
}

/** The credential of a list, without proof. */
export async function buildStatusList(list: StatusList, gzip: Pick<Gzip, "compress">): Promise<JsonObject> {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: list.url,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: list.issuer,
    validFrom: formatDateTime(list.validFrom),
    validUntil: formatDateTime(list.validUntil),
    credentialSubject: {
      id: `${list.url}#list`,
      type: "BitstringStatusList",
      statusPurpose: list.purpose,
      encodedList: await encodeBitstring(list.setEntries, gzip),
      ttl: TIME_TO_LIVE_IN_MS,
    },
  };
}

/** An entry that could be read. */
export interface StatusPointer {
  readonly purpose: string;
  readonly index: number;
  readonly listUrl: string;
}

/** Reads `credentialStatus`; undefined for an entry of another type or form. */
export function readStatusEntry(entry: unknown): StatusPointer | undefined {
  if (!isJsonObject(entry) || entry["type"] !== "BitstringStatusListEntry") return undefined;
  const { statusPurpose: purpose, statusListIndex: index, statusListCredential: listUrl } = entry;
  if (typeof purpose !== "string" || typeof listUrl !== "string" || typeof index !== "string") return undefined;
  return /^\d{1,9}$/.test(index) ? { purpose, index: Number(index), listUrl } : undefined;
}

/** Why a list does not answer. A sentence without a full stop. */
export interface StatusListFailure {
  readonly detail: string;
}

/** Whether a list (whose proof was verified before) says that the entry is set. */
export async function readStatus(
  list: JsonObject,
  { purpose, index, listUrl }: StatusPointer,
  gzip: Pick<Gzip, "decompress">,
): Promise<Result<boolean, StatusListFailure>> {
  const subject = list["credentialSubject"];
  if (list["id"] !== listUrl) return failure({ detail: "the list is not the one that the credential names" });
  if (!isJsonObject(subject) || subject["type"] !== "BitstringStatusList") {
    return failure({ detail: "the credential is not a status list" });
  }
  if (subject["statusPurpose"] !== purpose) return failure({ detail: `the list is not about ${purpose}` });
  const encoded = subject["encodedList"];
  const bits = await decodeBitstring(typeof encoded === "string" ? encoded : "", gzip);
  if (!bits.ok) return failure({ detail: `the list cannot be unpacked (${bits.failure.reason})` });
  const isSet = isEntrySet(bits.value, index);
  return isSet === undefined ? failure({ detail: `the list has no entry ${index}` }) : success(isSet);
}
