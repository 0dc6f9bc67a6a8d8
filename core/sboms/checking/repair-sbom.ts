import type { Finding } from "#core/base/finding.ts";
import { applyPatch, type JsonPatch } from "#core/base/json/json-patch.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import { checkSbom, type SbomCheck, type SbomCheckOptions } from "./check-sbom.ts";
import { joinSteps } from "./join-steps.ts";
import { PROFILES } from "../profiles/index.ts";
import type { Profile } from "../profiles/evaluate-profile.ts";

/** A document after its repairs. */
export interface RepairedSbom {
  /** Indented as it was. */
  readonly text: string;
  /** What was changed, in order. */
  readonly patch: JsonPatch;
  /** What the check says of it now. */
  readonly check: SbomCheck;
}

/** Patches of a long document are made piece by piece; more rounds than this have no end. */
const MAX_ROUNDS = 1000;

/**
 * Makes every repair that findings and rules of profiles offer, until there are no more: a repair may show what was hidden behind
 * the fault. Undefined where nothing can be repaired. What a patch does not reach stays as it is, but numbers and blanks are
 * written anew.
 */
export async function repairSbom(
  bytes: Uint8Array,
  options: SbomCheckOptions,
  profiles: readonly Profile[] = PROFILES,
): Promise<RepairedSbom | undefined> {
  const original = decodeUtf8(bytes);
  if (!original.ok) return undefined;
  const indentation = indentationOf(original.value.text);
  let text = original.value.text;
  let check = await checkSbom(bytes, options);
  const patch: JsonPatch[number][] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = nextPatch(check, profiles);
    if (next === undefined) break;
    const changed = applyPatch(JSON.parse(text), next);
    if (!changed.ok) break;
    const written = `${JSON.stringify(changed.value, null, indentation)}${text.endsWith("\n") ? "\n" : ""}`;
    if (written === text) break;
    text = written;
    patch.push(...next);
    check = await checkSbom(new TextEncoder().encode(text), options);
  }
  return patch.length === 0 ? undefined : { text, patch, check };
}

/** Steps of findings are made for the same document, so all fit at once; those of a rule are taken by themselves. */
function nextPatch(check: SbomCheck, profiles: readonly Profile[]): JsonPatch | undefined {
  const ofFindings = repairsOf(check.findings);
  if (ofFindings.length > 0) return ofFindings;
  if (!check.isValid) return undefined;
  const { content } = check;
  for (const profile of profiles) {
    const rule = profile.evaluate(content).rules.find(({ patch }) => patch !== undefined);
    if (rule?.patch !== undefined) return rule.patch;
  }
  return undefined;
}

/** The steps of all findings that have some, as one patch. */
export function repairsOf(findings: readonly Finding[]): JsonPatch {
  return joinSteps(findings.flatMap(({ fix }) => fix?.patch ?? []));
}

/** Blanks before the first member, or none for a document in one line. */
function indentationOf(text: string): string | number {
  return /^\s*[[{]\r?\n([ \t]{1,10})/.exec(text)?.[1] ?? 0;
}
