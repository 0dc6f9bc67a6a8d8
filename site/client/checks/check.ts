/** The page /check: documents go in, findings, verdict and preview come out. Everything happens in the browser. */
import { applyFixes } from "#core/standards/editing/apply-fixes.ts";
import type { TreeFile } from "#core/standards/checking/check-files.ts";
import type { LinkedFinding } from "#core/standards/checking/rule-page.ts";
import type { Position } from "#core/base/finding.ts";

import { EMPTY_DESK, questionOf, renamed, shownText, withBytes, type Desk } from "./check-desk.ts";
import { fileNameIn, publishedPlace, readFiles, readFolder, type TakenFiles } from "./check-files.ts";
import type { CheckOutcome, CheckTask } from "./check-messages.ts";
import { readPublished } from "./check-published.ts";
import { CHECK_SAMPLE } from "./check-sample.ts";
import { CheckThread } from "./check-thread.ts";
import { CheckView } from "./check-view.ts";
import { onDrop } from "./on-drop.ts";
import { part } from "../part.ts";
import { saveFile } from "../save-file.ts";

/** Silence after typing, in milliseconds, before a check begins. */
const PAUSE_MS = 300;

const root = part("check", HTMLElement);
const text = part("check-text", HTMLTextAreaElement);
const name = part("check-name", HTMLInputElement);
const profile = part("check-profile", HTMLSelectElement);
const against = part("check-against", HTMLSelectElement);
const description = part("check-description", HTMLTextAreaElement);
const whole = part("check-whole", HTMLInputElement);

const { maxBytes, engine = "", config, paths = "", published = "" } = root.dataset;
const publishedPaths = paths.split("\n").filter((path) => path !== "");
const view = new CheckView({ show: select, repair: (finding: LinkedFinding) => repair([finding]), open });
const thread = new CheckThread<CheckTask, CheckOutcome>(engine, {
  show: showOutcome,
  fail: (message) => view.showFailure(message),
});

let desk: Desk = { ...EMPTY_DESK, config };
let findings: readonly LinkedFinding[] = [];
let pause: ReturnType<typeof setTimeout> | undefined;

text.addEventListener("input", () => {
  const path = desk.shown === "" ? placeOf(name.value) : desk.shown;
  desk = { ...withBytes(desk, path, new TextEncoder().encode(text.value)), shown: path };
  checkAfter(PAUSE_MS);
});
name.addEventListener("change", () => {
  desk = renamed(desk, placeOf(name.value));
  checkAfter(0);
});
for (const field of [profile, whole]) field.addEventListener("change", () => checkAfter(0));
description.addEventListener("input", () => checkAfter(PAUSE_MS));
against.addEventListener("change", () => void compare());
onFiles("check-file", async (files) => take(await readFiles(files, Number(maxBytes), placeOf), false));
onFiles("check-folder", async (files) => take(await readFolder(files), true));
onFiles("check-base", async (files) => takeEarlier(await readFiles(files, Number(maxBytes), placeOf), false));
onDrop(root, async (files) => take(await readFiles(files, Number(maxBytes), placeOf), false));
part("check-sample", HTMLButtonElement).addEventListener("click", () => {
  const bytes = new TextEncoder().encode(CHECK_SAMPLE);
  take([{ path: placeOf(name.value), bytes }], false);
});
part("check-repair-all", HTMLButtonElement).addEventListener("click", () => repair(findings));
part("check-download", HTMLButtonElement).addEventListener("click", save);
root.hidden = false;

function onFiles(id: string, taken: (files: readonly File[]) => Promise<void>): void {
  const input = part(id, HTMLInputElement);
  input.addEventListener("change", () => void taken([...(input.files ?? [])]));
}

function placeOf(fileName: string): string {
  return publishedPlace(fileName, publishedPaths);
}

function checkAfter(delayMs: number): void {
  clearTimeout(pause);
  pause = setTimeout(() => {
    view.showProgress("Checking …");
    const profileName = profile.value === "strict" ? "strict" : "practical";
    desk = { ...desk, profile: profileName, isWhole: whole.checked, description: description.value };
    thread.check({ question: questionOf(desk), isFolder: desk.isFolder, shown: desk.shown });
  }, delayMs);
}

function showOutcome(outcome: CheckOutcome): void {
  ({ findings } = outcome.answer);
  view.show(outcome, desk);
}

function take(taken: TakenFiles, isFolder: boolean): void {
  if (typeof taken === "string") return view.showFailure(taken);
  // Of several files one can be edited; the first is as good as any.
  const first = taken.find(({ path }) => path.endsWith(".md")) ?? taken[0];
  desk = { ...desk, files: taken, isFolder };
  open(first?.path ?? "");
  checkAfter(0);
}

/** Shows a document of the desk in the editor; its findings are there already. */
function open(path: string): void {
  desk = { ...desk, shown: path };
  name.value = fileNameIn(path);
  text.value = shownText(desk);
  checkAfter(0);
}

async function compare(): Promise<void> {
  view.showComparison(against.value);
  if (against.value === "published") {
    view.showProgress("Reading what is published …");
    takeEarlier(await readPublished(published), true);
  } else {
    desk = { ...desk, earlier: undefined };
    checkAfter(0);
  }
}

function takeEarlier(taken: TakenFiles, isEarlierWhole: boolean): void {
  if (typeof taken === "string") return view.showFailure(taken);
  desk = { ...desk, earlier: taken, isEarlierWhole };
  checkAfter(0);
}

/** Offsets of fixes count in the text without byte order mark, as the decoder gives it. */
function repair(wanted: readonly LinkedFinding[]): void {
  for (const { path, bytes } of desk.files) {
    const own = wanted.filter(({ place, fix }) => place.path === path && fix !== undefined);
    if (own.length === 0) continue;
    const repaired = applyFixes(new TextDecoder().decode(bytes), own).text;
    desk = withBytes(desk, path, new TextEncoder().encode(repaired));
  }
  text.value = shownText(desk);
  checkAfter(0);
  // The button that was pressed goes away with its finding.
  view.focusStatus();
}

/** Marks the place of a finding in the text. */
function select({ place: { path, start, end } }: LinkedFinding): void {
  if (path !== desk.shown) {
    if (!desk.files.some((file) => file.path === path)) return;
    open(path);
  }
  const lines = text.value.split("\n");
  const offsetOf = ({ line, column }: Position): number =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, column - 1);
  text.focus();
  text.setSelectionRange(offsetOf(start), Math.max(offsetOf(start), offsetOf(end)));
}

function save(): void {
  const file: TreeFile | undefined = desk.files.find(({ path }) => path === desk.shown);
  saveFile(name.value, file?.bytes ?? new Uint8Array(), "text/markdown");
}
