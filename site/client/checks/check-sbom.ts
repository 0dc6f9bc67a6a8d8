/** The page /check/sbom: a file goes in, verdict, profiles and repairs come out. Everything happens in the browser. */
import type { Finding } from "#core/base/finding.ts";
import { applyPatch, type JsonPatch } from "#core/base/json/json-patch.ts";
import type { SourcePlace } from "#core/sboms/checking/source-window.ts";

import { countInWords, findingItem } from "./check-findings.ts";
import type { SbomOutcome, SbomTask } from "./check-sbom-messages.ts";
import { profileItem } from "./check-sbom-profiles.ts";
import { SBOM_SAMPLE } from "./check-sbom-sample.ts";
import { showSource } from "./check-sbom-source.ts";
import { CheckThread } from "./check-thread.ts";
import { onDrop } from "./on-drop.ts";
import { element } from "../element.ts";
import { part } from "../part.ts";
import { saveFile } from "../save-file.ts";

const root = part("check", HTMLElement);
const file = part("check-file", HTMLInputElement);
const strict = part("check-strict", HTMLInputElement);
const language = part("check-language", HTMLSelectElement);
const status = part("check-status", HTMLElement);
const facts = part("check-facts", HTMLElement);
const profileList = part("check-profiles", HTMLElement);
const findingList = part("check-findings", HTMLOListElement);
const repairAll = part("check-repair-all", HTMLButtonElement);
const download = part("check-download", HTMLButtonElement);

const maxBytes = Number(root.dataset["maxBytes"]);
const thread = new CheckThread<SbomTask, SbomOutcome>(root.dataset["engine"] ?? "", { show, fail });
/** What is checked: the bytes, because a text would lose a byte order mark and what is no UTF-8. */
let bytes = new Uint8Array();
let name = "sbom.json";
let shown: SbomOutcome | undefined;

file.addEventListener("change", () => void takeFile(file.files?.[0]));
strict.addEventListener("change", () => check(false));
language.addEventListener("change", () => showProfiles());
onDrop(root, async ([dropped]) => takeFile(dropped));
part("check-sample", HTMLButtonElement).addEventListener("click", () => {
  name = "sample-shop.cdx.json";
  takeText(SBOM_SAMPLE);
});
repairAll.addEventListener("click", () => check(true));
download.addEventListener("click", save);
root.hidden = false;

async function takeFile(taken: File | undefined): Promise<void> {
  if (taken === undefined) return;
  if (taken.size > maxBytes) {
    fail(`${taken.name} is larger than ${maxBytes.toLocaleString("en")} bytes; use \`stele sbom check\`.`);
    return;
  }
  name = taken.name;
  bytes = new Uint8Array(await taken.arrayBuffer());
  check(false);
}

function takeText(taken: string): void {
  bytes = new TextEncoder().encode(taken);
  check(false);
}

function check(isRepair: boolean): void {
  if (bytes.length === 0) return;
  status.textContent = isRepair ? "Repairing …" : "Checking …";
  thread.check({ name, bytes, isStrict: strict.checked, isRepair });
}

function show(outcome: SbomOutcome): void {
  shown = outcome;
  const { isValid, findings, counts, format, profiles, repaired } = outcome;
  if (repaired !== undefined) {
    bytes = new TextEncoder().encode(repaired.text);
    // The button that was pressed goes away with its repairs.
    status.focus();
  }
  const made = repaired === undefined ? "" : ` Repairs made: ${repaired.steps}.`;
  status.textContent = `${isValid ? "Valid" : "Not valid"}: ${countInWords(counts)}${made}`;
  facts.replaceChildren(
    ...factsOf([
      ["File", name],
      ["Format", format ?? "not recognized"],
      ["Product", outcome.subject],
      ["Components", outcome.components?.toLocaleString("en")],
    ]),
  );
  part("check-findings-section", HTMLElement).hidden = findings.length === 0;
  const actions = {
    show: ({ place }: Finding) => showPlace(place.pointer ? { pointer: place.pointer } : { line: place.start.line }),
    repair: ({ fix }: Finding) => repair(fix?.patch ?? []),
  };
  findingList.replaceChildren(...findings.map((finding) => findingItem(finding, actions)));
  repairAll.hidden = ![...findings.map(({ fix }) => fix), ...profiles.flatMap(({ rules }) => rules)].some(
    (offer) => offer?.patch !== undefined,
  );
  download.hidden = false;
  part("check-source-section", HTMLElement).hidden = true;
  showProfiles();
}

function showProfiles(): void {
  const { profiles = [], format = "", isSpdx3 = false } = shown ?? {};
  part("check-profiles-section", HTMLElement).hidden = profiles.length === 0;
  const telling = {
    language: language.value === "de" ? ("de" as const) : ("en" as const),
    kind: isSpdx3 ? ("SPDX3" as const) : format.startsWith("SPDX") ? ("SPDX" as const) : ("CycloneDX" as const),
    show: (pointer: string) => showPlace({ pointer }),
    repair,
  };
  profileList.replaceChildren(...profiles.map((profile) => profileItem(profile, telling)));
}

function fail(message: string): void {
  shown = undefined;
  facts.replaceChildren();
  findingList.replaceChildren();
  for (const id of ["check-findings-section", "check-profiles-section", "check-source-section"]) {
    part(id, HTMLElement).hidden = true;
  }
  repairAll.hidden = true;
  status.textContent = message;
}

function factsOf(entries: readonly (readonly [term: string, value: string | undefined])[]): HTMLElement[] {
  return entries.flatMap(([term, value]) =>
    value === undefined ? [] : [element("div", "", element("dt", "", term), element("dd", "", value))],
  );
}

function showPlace(place: SourcePlace): void {
  part("check-source-section", HTMLElement).hidden = false;
  const row = showSource(part("check-source", HTMLElement), textOf(), place);
  part("check-source-title", HTMLElement).focus();
  row?.scrollIntoView({ block: "center" });
}

function repair(patch: JsonPatch): void {
  const repaired = applyPatch(JSON.parse(textOf()), patch);
  if (repaired.ok) takeText(`${JSON.stringify(repaired.value, null, 2)}\n`);
  // The button that was pressed goes away with its finding.
  status.focus();
}

function textOf(): string {
  return new TextDecoder().decode(bytes);
}

function save(): void {
  saveFile(name, bytes, "application/json");
}
