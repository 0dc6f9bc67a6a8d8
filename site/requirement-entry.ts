/** What the pages about requirements show of one requirement. */
import { requirementId, type NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";

import { documentHref } from "./standards-index.ts";

/** A test case that checks a requirement, and how the clouds do. */
export interface TestcaseEntry {
  readonly id: string;
  readonly description: string;
  /** Where it is described, with its anchor. */
  readonly href: string;
  /** Clouds that pass it now, of those whose result counts now; undefined where nobody reported any. */
  readonly clouds?: { readonly passing: number; readonly tested: number } | undefined;
}

/** Whether a test checks a requirement: `unclear` when the document has test cases of which none points at it. */
export type Testing = "tested" | "unclear" | "untested";

/** One requirement of a published document. */
export interface RequirementEntry extends NormativeSentence {
  /** `R07`. */
  readonly id: string;
  /** The sentence in its document. */
  readonly href: string;
  /** ISO calendar date of the day on which its sentence changed last, if it ever did. */
  readonly changedOn?: string;
  readonly testcases: readonly TestcaseEntry[];
  readonly testing: Testing;
}

/** Makes the entry of a requirement; `hasTests` says whether any test case checks its document. */
export function requirementEntry(
  documentId: string,
  requirement: NormativeSentence & { readonly number: number },
  facts: {
    readonly testcases: readonly TestcaseEntry[];
    readonly hasTests: boolean;
    readonly changedOn?: string | undefined;
  },
): RequirementEntry {
  const { number, ...sentence } = requirement;
  const id = requirementId(number);
  return {
    ...sentence,
    id,
    href: `${documentHref(documentId)}#${id}`,
    ...(facts.changedOn === undefined ? {} : { changedOn: facts.changedOn }),
    testcases: facts.testcases,
    testing: facts.testcases.length > 0 ? "tested" : facts.hasTests ? "unclear" : "untested",
  };
}

/** How many entries there are of each kind. */
export function countTesting(entries: readonly RequirementEntry[]): Record<Testing, number> {
  const counts: Record<Testing, number> = { tested: 0, unclear: 0, untested: 0 };
  for (const { testing } of entries) counts[testing] += 1;
  return counts;
}
