/** Form, signature, issuer and period: all of a credential that does not change. */
import { checkForm } from "./check-form.ts";
import { idOf, type JsonObject } from "./json-value.ts";
import type { Opened } from "./open-credential.ts";
import type { CredentialCheck } from "./verification.ts";
import { formatDateTime, parseDateTime } from "./xsd-date-time.ts";

/** The context of the data model before this one. */
const CONTEXT_1 = "https://www.w3.org/2018/credentials/v1";

/** The steps for an opened credential, in the order in which people read them. */
export function checkSecured({ content, check, methods }: Opened, now: Date): readonly CredentialCheck[] {
  if (content === undefined) return [check];
  const form = formOf(content);
  if (check.outcome !== "pass" || form.outcome === "unknown") return [form, check];
  return [form, check, checkIssuer(content, methods), checkPeriod(content, now)];
}

function formOf(credential: JsonObject): CredentialCheck {
  const context: unknown = credential["@context"];
  if (context === CONTEXT_1 || (Array.isArray(context) && context[0] === CONTEXT_1)) {
    return { name: "form", outcome: "unknown", message: "It is of the data model 1.1, which is not checked here." };
  }
  const [fault] = checkForm(credential);
  return fault === undefined
    ? { name: "form", outcome: "pass", message: "It is a credential of the W3C data model 2.0." }
    : { name: "form", outcome: "fail", message: fault };
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
