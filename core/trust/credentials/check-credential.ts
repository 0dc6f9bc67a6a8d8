/** Is this credential to be believed now? Everything it takes, with one sentence per step; the host fetches. */
import type { Gzip } from "./bitstring.ts";
import { checkForm } from "./check-form.ts";
import { verifyProof, type KeyResolver } from "./data-integrity.ts";
import { describeCredentialFailure } from "./describe-credential-failure.ts";
import type { VerifyPrimitives } from "./ed25519.ts";
import { asList, idOf, isJsonObject, type JsonObject } from "./json-value.ts";
import { readIJson } from "./read-i-json.ts";
import { createKeyResolver, type FetchText } from "./resolve-key.ts";
import { readStatus, readStatusEntry } from "./status-list.ts";
import { looksLikeJwt, verifyVcJwt } from "./vc-jwt.ts";
import { formatDateTime, parseDateTime } from "./xsd-date-time.ts";

/** What checking needs of the host. */
export interface VerificationHost {
  readonly now: Date;
  /** `crypto.subtle`. */
  readonly crypto: VerifyPrimitives;
  readonly gzip: Pick<Gzip, "decompress">;
  readonly fetchText: FetchText;
}

/** One step of the check; `unknown` where something that is needed cannot be had. */
export interface CredentialCheck {
  readonly name: "form" | "signature" | "issuer" | "period" | "status";
  readonly outcome: "pass" | "fail" | "unknown";
  /** One sentence for people. */
  readonly message: string;
}

/** What became of the check: `undetermined` means that no step failed, but not all could be done. */
export interface CredentialReport {
  readonly verdict: "valid" | "invalid" | "undetermined";
  readonly checks: readonly CredentialCheck[];
  /** What was checked, where it could be read; to be shown only beside the verdict. */
  readonly credential: JsonObject | undefined;
}

/** Longest credential that is read, in characters. */
export const MAX_CREDENTIAL_CHARACTERS = 1_000_000;

/** A certificate has two entries; a long list of them would only make the verifier fetch. */
const MAX_STATUS_ENTRIES = 4;

/** Checks a credential given as JSON or as VC-JWT: form, signature, issuer, period, status. Never throws. */
export async function checkCredential(text: string, host: VerificationHost): Promise<CredentialReport> {
  const resolveKey = createKeyResolver(host.fetchText, host.now);
  const { credential, checks } = await checkSecured(text, resolveKey, host);
  if (credential === undefined || checks.some((check) => check.outcome !== "pass")) {
    return report(checks, credential);
  }
  return report([...checks, ...(await checkStatusEntries(credential, resolveKey, host))], credential);
}

interface SecuredChecks {
  readonly checks: readonly CredentialCheck[];
  readonly credential: JsonObject | undefined;
}

/** All but the status; status lists are credentials too and are checked with the same steps. */
async function checkSecured(text: string, resolveKey: KeyResolver, host: VerificationHost): Promise<SecuredChecks> {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CREDENTIAL_CHARACTERS) return unreadable("It is longer than a credential ever is.");
  const signature = looksLikeJwt(trimmed)
    ? await checkJwt(trimmed, resolveKey, host)
    : await checkEmbeddedProof(trimmed, resolveKey, host);
  const { credential, methods } = signature;
  if (credential === undefined) return { checks: [signature.check], credential };
  const faults = checkForm(credential);
  const form: CredentialCheck = {
    name: "form",
    outcome: faults.length === 0 ? "pass" : "fail",
    message: faults[0] ?? "It is a credential of the W3C data model 2.0.",
  };
  if (signature.check.outcome !== "pass") return { checks: [form, signature.check], credential };
  return {
    checks: [form, signature.check, checkIssuer(credential, methods), checkPeriod(credential, host.now)],
    credential,
  };
}

interface SignatureCheck {
  readonly check: CredentialCheck;
  readonly credential: JsonObject | undefined;
  readonly methods: readonly string[];
}

async function checkJwt(token: string, resolveKey: KeyResolver, host: VerificationHost): Promise<SignatureCheck> {
  const verified = await verifyVcJwt(token, resolveKey, host.crypto);
  if (!verified.ok) return { check: signatureFault(verified.failure), credential: undefined, methods: [] };
  const methods = [verified.value.verificationMethod];
  return { check: signatureHolds(methods), credential: verified.value.credential, methods };
}

async function checkEmbeddedProof(
  text: string,
  resolveKey: KeyResolver,
  host: VerificationHost,
): Promise<SignatureCheck> {
  const read = readIJson(text);
  const credential = read.ok && isJsonObject(read.value) ? read.value : undefined;
  if (credential === undefined) {
    const isJson = !read.ok && read.failure.reason === "ambiguous";
    const message = isJson
      ? `It is not to be relied on: ${read.failure.detail}.`
      : "It is neither a JSON object nor a JSON Web Token.";
    return { check: { name: "form", outcome: "fail", message }, credential, methods: [] };
  }
  const verified = await verifyProof(credential, resolveKey, host.crypto, host.now);
  if (!verified.ok) return { check: signatureFault(verified.failure), credential, methods: [] };
  const methods = verified.value.verificationMethods;
  return { check: signatureHolds(methods), credential, methods };
}

function signatureHolds(methods: readonly string[]): CredentialCheck {
  return {
    name: "signature",
    outcome: "pass",
    message: `Signed with ${methods.map((id) => `\`${id}\``).join(" and ")}, and unchanged since.`,
  };
}

function signatureFault(failure: Parameters<typeof describeCredentialFailure>[0]): CredentialCheck {
  const outcome = failure.reason === "unavailable-key" ? "unknown" : "fail";
  return { name: "signature", outcome, message: describeCredentialFailure(failure) };
}

/** Anybody can sign a text that names another issuer, so the key must be the issuer's own. */
function checkIssuer({ issuer }: JsonObject, methods: readonly string[]): CredentialCheck {
  const id = idOf(issuer);
  const isOwn = methods.some((method) => method.split("#")[0] === id);
  return isOwn
    ? { name: "issuer", outcome: "pass", message: `Issued by \`${id}\`, whose key it is.` }
    : {
        name: "issuer",
        outcome: "fail",
        message: `It names \`${id}\` as issuer, but was signed with the key of another.`,
      };
}

function checkPeriod({ validFrom, validUntil }: JsonObject, now: Date): CredentialCheck {
  const [from, until] = [parseDateTime(validFrom), parseDateTime(validUntil)];
  const fail = (message: string): CredentialCheck => ({ name: "period", outcome: "fail", message });
  if (from !== undefined && now < from) return fail(`It is valid only from ${formatDateTime(from)} on.`);
  if (until !== undefined && now >= until) return fail(`It was valid until ${formatDateTime(until)}.`);
  const end = until === undefined ? "without end" : `until ${formatDateTime(until)}`;
  return { name: "period", outcome: "pass", message: `Valid at ${formatDateTime(now)}, ${end}.` };
}

async function checkStatusEntries(
  { credentialStatus, issuer }: JsonObject,
  resolveKey: KeyResolver,
  host: VerificationHost,
): Promise<readonly CredentialCheck[]> {
  const entries = asList(credentialStatus);
  if (entries.length > MAX_STATUS_ENTRIES) {
    return [
      {
        name: "status",
        outcome: "fail",
        message: `It has ${entries.length} status entries; ${MAX_STATUS_ENTRIES} are looked at.`,
      },
    ];
  }
  return Promise.all(entries.map((entry) => checkStatusEntry(entry, idOf(issuer), resolveKey, host)));
}

async function checkStatusEntry(
  entry: unknown,
  issuer: string | undefined,
  resolveKey: KeyResolver,
  host: VerificationHost,
): Promise<CredentialCheck> {
  const status = (outcome: CredentialCheck["outcome"], message: string) =>
    ({ name: "status", outcome, message }) as const;
  const pointer = readStatusEntry(entry);
  if (pointer === undefined) return status("unknown", "It has a status of a kind that cannot be checked here.");
  const fetched = await host.fetchText(pointer.listUrl);
  if (!fetched.ok) return status("unknown", `Its ${pointer.purpose} list cannot be had: ${fetched.failure}.`);
  const list = await checkSecured(fetched.value, resolveKey, host);
  const fault = list.checks.find((check) => check.outcome !== "pass");
  if (fault !== undefined || list.credential === undefined) {
    return status("unknown", `Its ${pointer.purpose} list is not to be believed: ${fault?.message ?? ""}`);
  }
  if (idOf(list.credential["issuer"]) !== issuer) {
    return status("unknown", `Its ${pointer.purpose} list is by another issuer.`);
  }
  const isSet = await readStatus(list.credential, pointer, host.gzip);
  if (!isSet.ok) return status("unknown", `Its ${pointer.purpose} cannot be told: ${isSet.failure.detail}.`);
  const words =
    pointer.purpose === "revocation" ? "revoked" : pointer.purpose === "suspension" ? "suspended" : "marked";
  return isSet.value ? status("fail", `It is ${words}.`) : status("pass", `It is not ${words}.`);
}

function unreadable(message: string): SecuredChecks {
  return { checks: [{ name: "form", outcome: "fail", message }], credential: undefined };
}

function report(checks: readonly CredentialCheck[], credential: JsonObject | undefined): CredentialReport {
  const has = (outcome: CredentialCheck["outcome"]) => checks.some((check) => check.outcome === outcome);
  return { verdict: has("fail") ? "invalid" : has("unknown") ? "undetermined" : "valid", checks, credential };
}
