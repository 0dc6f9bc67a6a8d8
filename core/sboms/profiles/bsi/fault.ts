import type { JsonPatch } from "#core/base/json/json-patch.ts";

import { quoteValue } from "../../checking/quote-value.ts";
import type { Judgement, Wording } from "../profile.ts";

/** A text with `{}` where the value of the document comes. */
export type FaultText = Wording;

/** Judgements without a reason are made by the million on long documents, so there is one of each. */
export const PRESENT: Judgement = { outcome: "present" };
/** It is not there, and only wanted if it exists. */
export const ABSENT: Judgement = { outcome: "absent" };
const MISSING: Judgement = { outcome: "missing" };

/** A judgement that something is there but wrong. */
export function wrong(text: FaultText, at: { readonly pointer: string; readonly text?: string }): Judgement {
  return { outcome: "wrong", reason: fill(text, at.text), pointer: at.pointer };
}

/** A judgement that something is not there. */
export function missing(reason?: Wording): Judgement {
  return reason === undefined ? MISSING : { outcome: "missing", reason };
}

/** A judgement that all is well, and something worth knowing. */
export function presentWithNote(text: FaultText, at: { readonly pointer: string; readonly text?: string }): Judgement {
  return { outcome: "present", reason: fill(text, at.text), pointer: at.pointer };
}

/** The same judgement with what a machine can write instead; undefined where it cannot. */
export function withRepair(judgement: Judgement, repair: (() => JsonPatch) | undefined): Judgement {
  return repair === undefined ? judgement : { ...judgement, repair };
}

/** Puts another text in the place of one. */
export function replaceText(path: string, value: string | undefined): (() => JsonPatch) | undefined {
  return value === undefined ? undefined : () => [{ op: "replace", path, value }];
}

function fill(text: FaultText, value: string | undefined): Wording {
  const shown = quoteValue(value ?? "");
  return { en: text.en.replace("{}", () => shown), de: text.de.replace("{}", () => shown) };
}
