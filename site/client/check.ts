/** The page /check: a document goes in, findings and preview come out. Everything happens in the browser. */
import { applyFixes } from "#core/documents/apply-fixes.ts";
import type { LinkedFinding } from "#core/documents/rule-page.ts";
import { countFindings, type Position } from "#core/finding.ts";

import { countInWords, findingItem } from "./check-findings.ts";
import type { CheckOutcome, CheckTask } from "./check-messages.ts";
import { previewNodes } from "./check-preview.ts";
import { CHECK_SAMPLE } from "./check-sample.ts";
import { CheckThread } from "./check-thread.ts";
import { element } from "./element.ts";

/** Silence after typing, in milliseconds, before a check begins. */
const PAUSE_MS = 300;

const root = part("check", HTMLElement);
const text = part("check-text", HTMLTextAreaElement);
const name = part("check-name", HTMLInputElement);
const profile = part("check-profile", HTMLSelectElement);
const file = part("check-file", HTMLInputElement);
const status = part("check-status", HTMLElement);
const repairAll = part("check-repair-all", HTMLButtonElement);
const download = part("check-download", HTMLButtonElement);
const findingList = part("check-findings", HTMLOListElement);
const preview = part("check-preview", HTMLElement);

const maxBytes = Number(root.dataset["maxBytes"]);
const thread = new CheckThread<CheckTask, CheckOutcome>(root.dataset["engine"] ?? "", { show: showOutcome, fail: showFailure });
/** What is checked: the bytes of the file, because a text field would level line endings and encoding. */
let bytes = new Uint8Array();
let findings: readonly LinkedFinding[] = [];
let pause: ReturnType<typeof setTimeout> | undefined;

text.addEventListener("input", () => {
  bytes = new TextEncoder().encode(text.value);
  checkAfter(PAUSE_MS);
});
name.addEventListener("change", () => checkAfter(0));
profile.addEventListener("change", () => checkAfter(0));
file.addEventListener("change", () => void takeFile(file.files?.[0]));
root.addEventListener("dragover", (event) => event.preventDefault());
root.addEventListener("drop", (event) => {
  const dropped = event.dataTransfer?.files[0];
  if (dropped === undefined) return;
  event.preventDefault();
  void takeFile(dropped);
});
part("check-sample", HTMLButtonElement).addEventListener("click", () => takeText(CHECK_SAMPLE));
repairAll.addEventListener("click", () => repair(findings));
download.addEventListener("click", save);
root.hidden = false;

/** The page is made by site/pages/check.tsx, so a part that is not there is our own fault. */
function part<Found extends HTMLElement>(id: string, kind: { new (): Found; readonly prototype: Found }): Found {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`#${id} is missing`);
  return found;
}

function checkAfter(delayMs: number): void {
  clearTimeout(pause);
  pause = setTimeout(() => {
    status.textContent = "Checking …";
    thread.check({ path: name.value, bytes, profile: profile.value === "strict" ? "strict" : "practical" });
  }, delayMs);
}

function showOutcome(outcome: CheckOutcome): void {
  findings = outcome.findings;
  status.textContent = countInWords(countFindings(findings));
  const actions = { show: select, repair: (finding: LinkedFinding) => repair([finding]) };
  findingList.replaceChildren(...findings.map((finding) => findingItem(finding, actions)));
  preview.replaceChildren(...(outcome.preview === undefined ? [] : previewNodes(outcome.preview)));
  repairAll.hidden = findings.every(({ fix }) => fix === undefined);
  download.hidden = bytes.length === 0;
}

function showFailure(message: string): void {
  showOutcome({ findings: [], preview: undefined });
  status.textContent = message;
}

async function takeFile(taken: File | undefined): Promise<void> {
  if (taken === undefined) return;
  if (taken.size > maxBytes) {
    showFailure(`${taken.name} is larger than ${maxBytes.toLocaleString("en")} bytes: split the document.`);
    return;
  }
  name.value = taken.name;
  takeBytes(new Uint8Array(await taken.arrayBuffer()));
}

function takeText(taken: string): void {
  takeBytes(new TextEncoder().encode(taken));
}

function takeBytes(taken: Uint8Array<ArrayBuffer>): void {
  bytes = taken;
  text.value = new TextDecoder().decode(bytes);
  checkAfter(0);
}

/** Offsets of fixes count in the text without byte order mark, as the decoder gives it. */
function repair(wanted: readonly LinkedFinding[]): void {
  takeText(applyFixes(new TextDecoder().decode(bytes), wanted).text);
  // The button that was pressed goes away with its finding.
  status.focus();
}

/** Marks the place of a finding in the text. */
function select({ place: { start, end } }: LinkedFinding): void {
  const lines = text.value.split("\n");
  const offsetOf = ({ line, column }: Position): number =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, column - 1);
  text.focus();
  text.setSelectionRange(offsetOf(start), Math.max(offsetOf(start), offsetOf(end)));
}

function save(): void {
  const link = element("a", "");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "text/markdown" }));
  link.download = name.value;
  link.click();
  URL.revokeObjectURL(link.href);
}
