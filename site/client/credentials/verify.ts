/** The page /verify: checks a certificate with the code of the core, here in the browser. Nothing is uploaded. */
import { checkCredential } from "#core/trust/credentials/check-credential.ts";
import type { CredentialReport } from "#core/trust/credentials/verification.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import { element } from "../element.ts";
import { clearOutcome, showOutcome } from "./show-outcome.ts";
import "./verify-report.ts";

const form = document.querySelector<HTMLFormElement>("#verify-form");
const file = document.querySelector<HTMLInputElement>("#verify-file");
const text = document.querySelector<HTMLTextAreaElement>("#verify-text");
const outcome = document.querySelector<HTMLOutputElement>("#verify-outcome");

const VERDICTS: Readonly<Record<CredentialReport["verdict"], { readonly mark: string; readonly words: string }>> = {
  valid: { mark: "mark mark-good icon-check", words: "is valid" },
  invalid: { mark: "mark mark-bad icon-cross", words: "is not valid" },
  undetermined: { mark: "mark mark-unknown icon-question", words: "could not be checked completely" },
};
const OUTCOMES = {
  pass: ["good", "check", "Passed"],
  fail: ["bad", "cross", "Failed"],
  unknown: ["unknown", "question", "Unknown"],
} as const;

if (form !== null && file !== null && text !== null && outcome !== null) {
  form.hidden = false;
  const verify = (read: () => Promise<string>) => showOutcome(outcome, async () => describe(await check(await read())));
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    text.value = "";
    if (chosen === undefined) return void clearOutcome(outcome);
    void verify(async () => {
      text.value = await chosen.text();
      return text.value;
    });
  });
  text.addEventListener("input", () => clearOutcome(outcome));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { value } = text;
    void verify(() => Promise.resolve(value));
  });
}

function check(credential: string): Promise<CredentialReport> {
  return checkCredential(credential, {
    now: new Date(),
    crypto: crypto.subtle,
    gzip: { decompress },
    fetchText: fetchOwn,
  });
}

/** Only this site is asked: what somebody verifies is nobody else's business. */
async function fetchOwn(url: string): Promise<Result<string, string>> {
  if (!URL.canParse(url)) return failure("its address is none");
  const { origin, hostname } = new URL(url);
  if (origin !== location.origin)
    return failure(`it is at ${hostname}, which this page does not ask; use \`stele verify\``);
  try {
    const response = await fetch(url, { cache: "no-cache" });
    return response.ok ? success(await response.text()) : failure(`the site answered ${response.status}`);
  } catch {
    return failure("the site cannot be reached");
  }
}

async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limitBytes) return undefined;
      chunks.push(part.value);
    }
  } catch {
    return undefined; // not GZIP
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Text nodes only: what is in a certificate never becomes markup. */
function describe(report: CredentialReport): readonly Node[] {
  const { mark, words } = VERDICTS[report.verdict];
  const verdict = element("p", "verdict-line", element("span", mark, `The ${report.what} ${words}.`));
  const items = report.checks.map(({ name, outcome, message, about }) => {
    const [tone, icon, word] = OUTCOMES[outcome];
    return element(
      "li",
      "",
      element("span", `mark mark-${tone} icon-${icon}`, word),
      ` ${name}${of(about)}: `,
      ...coded(message),
    );
  });
  const title = report.credential?.["name"];
  const about = typeof title === "string" ? [element("p", "", `It says: ${title}`)] : [];
  return [verdict, ...about, element("ul", "verify-checks", ...items)];
}

function of(about: string | undefined): string {
  return about === undefined ? "" : ` of ${about}`;
}

/** Text between backticks is set as code, as everywhere on the site. */
function coded(message: string): readonly (Node | string)[] {
  return message.split("`").map((part, index) => (index % 2 === 0 ? part : element("code", "", part)));
}
