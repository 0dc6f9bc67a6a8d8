/**
 * The only two places where a text becomes a page, or an address a thread. Browsers that know trusted types (Chromium) refuse every
 * other one, as the policy of the pages demands (workers/http/security-headers.ts).
 */

interface Rules {
  readonly createHTML: (text: string) => string;
  readonly createScriptURL: (address: string) => string;
}
/** What of https://www.w3.org/TR/trusted-types/ is used; texts stand for what only the browser can tell from them. */
declare const trustedTypes: { createPolicy(name: "stele", rules: Rules): Rules } | undefined;

const RULES: Rules = {
  createHTML: (text) => text,
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError("A script of another site.");
    return address;
  },
};
const policy = typeof trustedTypes === "undefined" ? RULES : trustedTypes.createPolicy("stele", RULES);

/** A page of ours as a document in which nothing runs. */
export function parsePage(text: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(text), "text/html");
}

/** A thread that runs a script of ours. */
export function openThread(address: string): Worker {
  return new Worker(policy.createScriptURL(address), { type: "module" });
}
