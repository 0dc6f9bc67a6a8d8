import { linkFinding, type LinkedFinding } from "#core/standards/checking/rule-page.ts";
import type { Finding } from "#core/base/finding.ts";

import type { ChangeKind } from "./change.ts";
import type { RequirementRow } from "./requirement-row.ts";

/** Why a change may or may not be made: a finding about the step from base to head. */
export interface Reason extends Finding {
  /** The reason that the author gives for it; the finding was an error without it. */
  readonly waiver?: string;
}

/** Whose approval a change needs. */
export interface Approval {
  readonly track: string;
  /** File names of the documents of the track that the change touches. */
  readonly documents: readonly string[];
  /** Who gives it, in words. */
  readonly by: string;
}

/** A document that a change touches. */
export interface TouchedDocument {
  /** After the change; before it for a deleted document. */
  readonly path: string;
  /** Where it was another path. */
  readonly previousPath?: string;
  readonly kinds: readonly ChangeKind[];
  readonly statusBefore?: string;
  readonly statusAfter?: string;
}

/** The judgement of a change; `stele check --base` and the API answer it as it is. */
export interface Verdict {
  /** The kind that names the change: the first of `kinds`; `none` for one that touches no document. */
  readonly kind: ChangeKind | "none";
  /** Every kind, in the order of `CHANGE_KINDS`. */
  readonly kinds: readonly ChangeKind[];
  /** No reason is an error, and no finding that the change brings. Approvals are for people to give. */
  readonly allowed: boolean;
  /** Errors that the change brings into files, besides the reasons. */
  readonly newErrors: number;
  readonly reasons: readonly Reason[];
  /** Demands that the change touches, of every document but new ones and supplements. */
  readonly requirements: readonly RequirementRow[];
  readonly approvals: readonly Approval[];
  readonly documents: readonly TouchedDocument[];
}

/** A verdict as machines get it: with the page of every rule. */
export interface LinkedVerdict extends Omit<Verdict, "reasons"> {
  readonly summary: string;
  readonly reasons: readonly (Reason & LinkedFinding)[];
}

/** Adds a summary in words, and to every reason where its rule is explained. */
export function linkVerdict(verdict: Verdict): LinkedVerdict {
  const reasons = verdict.reasons.map((reason) => ({ ...reason, ...linkFinding(reason) }));
  return { summary: verdictInWords(verdict), ...verdict, reasons };
}

/** A verdict that counts what the change brings into files: one answer for all of it. */
export function withNewErrors(verdict: Verdict, newErrors: number): Verdict {
  const isStepAllowed = verdict.reasons.every(({ severity }) => severity !== "error");
  return { ...verdict, newErrors, allowed: isStepAllowed && newErrors === 0 };
}

/** A verdict in one sentence, which says what stands against a change and which part of it is fine. */
export function verdictInWords({ kind, kinds, allowed, newErrors, reasons }: Verdict): string {
  const others = kinds.filter((other) => other !== kind);
  const what = others.length === 0 ? kind : `${kind} (with ${others.join(", ")})`;
  if (kind === "none" && allowed) return "The change touches no document.";
  if (allowed) return `Allowed: ${what}.`;
  const errors = reasons.filter(({ severity }) => severity === "error").length;
  const against = `${errors} ${errors === 1 ? "reason" : "reasons"} against it`;
  const brought = `${newErrors} new ${newErrors === 1 ? "error" : "errors"} in the files`;
  if (kind === "none") return `Not allowed as it is: the change touches no document, but brings ${brought}.`;
  if (errors + newErrors === 0) return `Not allowed as it is: ${what}; it has more warnings than are let pass.`;
  if (newErrors === 0) return `Not allowed as it is: ${what}, ${against}.`;
  if (errors > 0) return `Not allowed as it is: ${what}, ${against}, and ${brought}.`;
  return `Not allowed as it is: ${what}; the step itself is fine, but it brings ${brought}.`;
}
