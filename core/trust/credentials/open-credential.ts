/** From a text to what it says and who signed it: JSON with a proof, a JSON Web Token, or one in an envelope. */
import { isUnsupported, verifyProof } from "./data-integrity.ts";
import { describeCredentialFailure } from "./describe-credential-failure.ts";
import { asList, isJsonObject, type JsonObject } from "./json-value.ts";
import { readIJson } from "./read-i-json.ts";
import { looksLikeJwt, verifyVcJwt } from "./vc-jwt.ts";
import { MAX_CREDENTIAL_CHARACTERS, type CredentialCheck, type KeyedHost } from "./verification.ts";

/** A text that was opened, as far as it could be. */
export interface Opened {
  /** The credential or presentation; undefined where nothing could be read, or nothing that is signed. */
  readonly content: JsonObject | undefined;
  readonly isPresentation: boolean;
  /** Whether it is signed; of the form, where it could not be read at all. */
  readonly check: CredentialCheck;
  /** The verification methods whose signatures hold. */
  readonly methods: readonly string[];
}

/** Opens a text. Never throws. */
export async function openCredential(text: string, host: KeyedHost): Promise<Opened> {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CREDENTIAL_CHARACTERS) return unreadable("fail", "It is longer than a credential ever is.");
  if (looksLikeJwt(trimmed)) return openToken(trimmed, host);
  if (isPage(trimmed)) return unreadable("unknown", "This is a web page, not a credential.");
  if (/^[\w-]+\.[\w-]+\.[\w-]*~/.test(trimmed)) {
    return unreadable("unknown", "This is a token with selective disclosure (SD-JWT), which cannot be checked here.");
  }
  const read = readIJson(trimmed);
  if (read.ok && isJsonObject(read.value)) return openObject(read.value, host);
  const isAmbiguous = !read.ok && read.failure.reason === "ambiguous";
  return unreadable(
    "fail",
    isAmbiguous
      ? `It is not to be relied on: ${read.failure.detail}.`
      : "It is neither a JSON object nor a JSON Web Token.",
  );
}

/** Opens what was read already: a credential or presentation with its proof, or an envelope around a token. */
export async function openObject(content: JsonObject, host: KeyedHost): Promise<Opened> {
  const types = asList(content["type"]);
  if (types.includes("EnvelopedVerifiableCredential") || types.includes("EnvelopedVerifiablePresentation")) {
    return openEnvelope(content, host);
  }
  const isPresentation = types.includes("VerifiablePresentation");
  const purpose = isPresentation ? "authentication" : "assertionMethod";
  const verified = await verifyProof(content, host.resolveKey, host.crypto, { now: host.now, purpose });
  if (!verified.ok) return { content, isPresentation, check: signatureFault(verified.failure), methods: [] };
  const { verificationMethods: methods, unsupported } = verified.value;
  return { content, isPresentation, check: signatureHolds(methods, unsupported), methods };
}

/** Whether a text is HTML. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html[\s>])/i.test(text);
}

/** VC Data Model 2.0 §4.12: the envelope's `id` is a data URL with the secured credential. */
async function openEnvelope({ id }: JsonObject, host: KeyedHost): Promise<Opened> {
  const match = typeof id === "string" ? /^data:application\/(?:vc|vp)\+jwt,([\w.-]+)$/.exec(id) : null;
  const token = match?.[1];
  if (token !== undefined && looksLikeJwt(token)) return openToken(token, host);
  return typeof id === "string" && id.startsWith("data:")
    ? unreadable("unknown", "It is an envelope around something that cannot be checked here.")
    : unreadable("fail", "It is an envelope without content: its `id` must be a data URL.");
}

async function openToken(token: string, host: KeyedHost): Promise<Opened> {
  const verified = await verifyVcJwt(token, host.resolveKey, host.crypto);
  if (!verified.ok) {
    return { content: undefined, isPresentation: false, check: signatureFault(verified.failure), methods: [] };
  }
  const { content, verificationMethod, isPresentation } = verified.value;
  const methods = [verificationMethod];
  return { content, isPresentation, check: signatureHolds(methods, 0), methods };
}

function signatureHolds(methods: readonly string[], unsupported: number): CredentialCheck {
  const others = unsupported === 0 ? "" : " Further proofs of other kinds were not looked at.";
  const message = `Signed with ${methods.map((id) => `\`${id}\``).join(" and ")}, and unchanged since.${others}`;
  return { name: "signature", outcome: "pass", message };
}

function signatureFault(failure: Parameters<typeof describeCredentialFailure>[0]): CredentialCheck {
  const outcome = failure.reason === "unavailable-key" || isUnsupported(failure) ? "unknown" : "fail";
  return { name: "signature", outcome, message: describeCredentialFailure(failure) };
}

function unreadable(outcome: "fail" | "unknown", message: string): Opened {
  return { content: undefined, isPresentation: false, check: { name: "form", outcome, message }, methods: [] };
}
