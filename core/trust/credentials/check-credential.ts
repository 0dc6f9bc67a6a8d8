/** Is this credential to be believed now? Everything it takes, with one sentence per step; the host fetches. */
import { failure } from "#core/base/result.ts";

import { checkHeldCertificate } from "./check-held-certificate.ts";
import { checkPresentation } from "./check-presentation.ts";
import { checkSecured } from "./check-secured.ts";
import { checkStatus } from "./check-status.ts";
import { nameCredential } from "./name-credential.ts";
import { openCredential, type Opened } from "./open-credential.ts";
import { createKeyResolver, type FetchText } from "./resolve-key.ts";
import {
  allPass,
  verdictOf,
  type CredentialCheck,
  type CredentialReport,
  type KeyedHost,
  type VerificationHost,
} from "./verification.ts";

/**
 * Checks a credential or presentation given as JSON or as token: form, signature, issuer, period, status, and what a
 * certificate that it names is worth. What cannot be checked here is undetermined, never invalid. Never throws.
 */
export async function checkCredential(text: string, host: VerificationHost): Promise<CredentialReport> {
  const fetchText = total(host.fetchText);
  const keyed = { ...host, fetchText, resolveKey: createKeyResolver(fetchText, host.now) };
  const opened = await openCredential(text, keyed);
  const { content } = opened;
  const checks =
    content !== undefined && opened.isPresentation
      ? await checkPresentation({ ...opened, content }, keyed, (one) => checkOpened(one, keyed))
      : await checkOpened(opened, keyed);
  return { verdict: verdictOf(checks), checks, what: nameCredential(content), credential: content };
}

/** Addresses come from strangers; a host that trips over one has only failed to fetch. */
function total(fetchText: FetchText): FetchText {
  return async (url) => {
    try {
      return await fetchText(url);
    } catch {
      return failure("it cannot be fetched");
    }
  };
}

/** All steps; those that ask others only where the credential itself is good. */
async function checkOpened(opened: Opened, host: KeyedHost): Promise<readonly CredentialCheck[]> {
  const checks = checkSecured(opened, host.now);
  const { content } = opened;
  if (content === undefined || !allPass(checks)) return checks;
  const [status, held] = await Promise.all([checkStatus(content, host), checkHeldCertificate(content, host)]);
  return [...checks, ...status, ...held];
}
