/** A presentation: credentials in a bag, which their holder may have signed (VC Data Model 2.0 §4.13). */
import { checkContext } from "./check-form.ts";
import { asList, idOf, isJsonObject, type JsonObject } from "./json-value.ts";
import { openObject, type Opened } from "./open-credential.ts";
import type { CredentialCheck, KeyedHost } from "./verification.ts";

/** Somebody who shows more than this many wants to keep the verifier busy. */
const MAX_CREDENTIALS = 10;

/** Checks the bag, and every credential in it with `checkOpened`. */
export async function checkPresentation(
  opened: Opened & { readonly content: JsonObject },
  host: KeyedHost,
  checkOpened: (credential: Opened) => Promise<readonly CredentialCheck[]>,
): Promise<readonly CredentialCheck[]> {
  const { content } = opened;
  const entries = asList(content["verifiableCredential"]);
  const bag = [formOf(content, entries.length), ...signatureOf(opened)];
  if (bag.some(({ outcome }) => outcome === "fail")) return bag;
  const checks: CredentialCheck[] = [];
  for (const [index, entry] of entries.entries()) {
    const credential = await openEntry(entry, opened, host);
    const about = `credential ${index + 1} of ${entries.length}`;
    checks.push(...(await checkOpened(credential)).map((check) => ({ about, ...check })));
  }
  return [...bag, ...checks];
}

function formOf(content: JsonObject, count: number): CredentialCheck {
  const form = (outcome: CredentialCheck["outcome"], message: string) => ({ name: "form", outcome, message }) as const;
  const [fault] = checkContext(content["@context"]);
  if (fault !== undefined) return form("fail", fault);
  if (count === 0) return form("unknown", "The presentation holds no credential.");
  if (count > MAX_CREDENTIALS) {
    return form("fail", `The presentation holds ${count} credentials; ${MAX_CREDENTIALS} are looked at.`);
  }
  const { holder } = content;
  const isHolder = holder === undefined || (idOf(holder) !== undefined && URL.canParse(idOf(holder) ?? ""));
  return isHolder
    ? form("pass", `It is a presentation of ${count === 1 ? "a credential" : `${count} credentials`}.`)
    : form("fail", "`holder` must be a URL or an object with a URL as `id`.");
}

/** Whoever shows credentials need not sign that; who signs for a holder must be the holder. */
function signatureOf({ content, check, methods }: Opened): readonly CredentialCheck[] {
  if (content !== undefined && asList(content["proof"]).length === 0 && methods.length === 0) {
    const message = "Nobody signed the presentation: it says nothing of who shows it.";
    return [{ name: "holder", outcome: "pass", message }];
  }
  if (check.outcome !== "pass") return [check];
  const holder = idOf(content?.["holder"]);
  const isOwn = holder === undefined || methods.some((method) => method.split("#")[0] === holder);
  const message = isOwn
    ? "The presentation is signed by who shows it; whether for you and now, only you can know."
    : `It names \`${holder}\` as holder, but was signed with the key of another.`;
  return [check, { name: "holder", outcome: isOwn ? "pass" : "fail", message }];
}

/** A credential without proof of its own counts as said by who signed the presentation. */
async function openEntry(entry: unknown, presentation: Opened, host: KeyedHost): Promise<Opened> {
  if (!isJsonObject(entry)) {
    const message = "A presentation holds credentials as objects, not as texts.";
    return {
      content: undefined,
      isPresentation: false,
      check: { name: "form", outcome: "fail", message },
      methods: [],
    };
  }
  const isEnvelope = asList(entry["type"]).some((type) => String(type).startsWith("Enveloped"));
  if (isEnvelope || entry["proof"] !== undefined || presentation.methods.length === 0) return openObject(entry, host);
  const message = "It has no proof of its own; the presentation around it is signed.";
  const check: CredentialCheck = { name: "signature", outcome: "pass", message };
  return { content: entry, isPresentation: false, check, methods: presentation.methods };
}
