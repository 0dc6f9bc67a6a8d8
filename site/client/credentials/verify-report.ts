/** The second form of the page /verify: was this report signed with one of these keys? Nothing is fetched or sent. */
import { splitSigned, verifyReport, type ReportVerdict } from "#core/compliance/results/verify-report.ts";

import { readAllowedSigners } from "#core/trust/signatures/allowed-signers.ts";
import { element } from "../element.ts";
import { clearOutcome, showOutcome } from "./show-outcome.ts";

/** Reports are kilobytes; this keeps a wrong file from filling the memory. */
const MAX_FILE_BYTES = 20_000_000;

const form = document.querySelector<HTMLFormElement>("#report-form");
const outcome = document.querySelector<HTMLOutputElement>("#report-outcome");

if (form !== null && outcome !== null) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void showOutcome(outcome, async () => [describe(await verify())]);
  });
  form.addEventListener("input", () => clearOutcome(outcome));
}

async function verify(): Promise<ReportVerdict> {
  const bytes = await bytesOf("#report-file");
  const signature = await bytesOf("#signature-file");
  if (bytes === undefined) return refused(`Choose a report of at most ${MAX_FILE_BYTES / 1_000_000} MB.`);
  const split = splitSigned(bytes);
  const armored = signature === undefined ? split?.signature : new TextDecoder().decode(signature);
  if (armored === undefined) return refused("The report has no signature in front. Choose the file of its signature.");
  const lines = document.querySelector<HTMLTextAreaElement>("#report-keys")?.value ?? "";
  const keys = readAllowedSigners(lines, (...parts) => new Date(...parts));
  if (keys.length === 0) return refused("There is no SSH public key among the lines, such as `ssh-ed25519 AAAA…`.");
  const report = { signature: armored, document: signature === undefined ? (split?.document ?? bytes) : bytes };
  return verifyReport({ ...report, keys, now: new Date() }, crypto.subtle);
}

async function bytesOf(input: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = document.querySelector<HTMLInputElement>(input)?.files?.[0];
  return file === undefined || file.size > MAX_FILE_BYTES ? undefined : new Uint8Array(await file.arrayBuffer());
}

function refused(message: string): ReportVerdict {
  return { isValid: false, message };
}

function describe({ isValid, message }: ReportVerdict): Node {
  const mark = element(
    "span",
    `mark mark-${isValid ? "good icon-check" : "bad icon-cross"}`,
    isValid ? "Genuine" : "Not verified",
  );
  return element("p", "verdict-line", mark, ` ${message}`);
}
