import type { Statement } from "../profiles/profile.ts";

/** What a document says about the relations of one component, whatever its format calls them. */
export interface RelationFacts {
  /** It needs or contains something. */
  readonly hasTargets: boolean;
  /** Something needs or contains it: it has its place in the graph, if only as a leaf. */
  readonly isTarget: boolean;
  /** An entry of its own without anything in it. */
  readonly isListedEmpty: boolean;
  /** The document says that there is nothing, or that nothing is left out. */
  readonly saysNone: boolean;
  /** The document says that it does not know. */
  readonly saysUnknown: boolean;
}

/** Whether the place of a component in the graph is known. */
export function stateRelations(facts: RelationFacts): Statement {
  const { hasTargets, isTarget, isListedEmpty, saysNone, saysUnknown } = facts;
  if (hasTargets || isTarget || saysNone) return "present";
  // An empty entry of which is said that it is not all leaves the matter open.
  if (saysUnknown) return "unknown";
  return isListedEmpty ? "present" : "missing";
}

/** Whether is known what the subject directly needs; that something needs the subject says nothing about it. */
export function stateTopLevel({ hasTargets, saysNone, saysUnknown }: RelationFacts): Statement {
  if (hasTargets || saysNone) return "present";
  return saysUnknown ? "unknown" : "missing";
}
