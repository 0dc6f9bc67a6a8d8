import type { ComponentKind } from "./bsi-view.ts";

/** What a document claims about the kind of a component, and what stands against it. */
export interface KindClaim {
  readonly kind: ComponentKind;
  /** The document says the kind, or we concluded it. */
  readonly isStated: boolean;
  readonly isSubject: boolean;
  /** The document says that it is made of nothing. */
  readonly saysEmpty: boolean;
  /** It is described as a file, as only what is delivered is. */
  readonly isDelivered: boolean;
}

/** A kind by which a component is judged. */
export interface SettledKind {
  readonly kind: ComponentKind;
  readonly isKindStated: boolean;
  /** The kind that was claimed and that the guideline does not allow here. */
  readonly refusedKind: ComponentKind | undefined;
}

/**
 * Whether the guideline allows the exemption that a kind is. What the SBOM is about is described in it (5.1: only used components
 * may be referenced or lie outside); what is delivered is not outside the delivery (3.2.4); and a logical component is made of
 * others (3.2.2).
 */
export function settleKind(claim: KindClaim): SettledKind {
  const isAllowed = isKindAllowed(claim);
  return {
    kind: isAllowed ? claim.kind : "full",
    isKindStated: claim.isStated,
    refusedKind: isAllowed ? undefined : claim.kind,
  };
}

function isKindAllowed({ kind, isSubject, saysEmpty, isDelivered }: KindClaim): boolean {
  switch (kind) {
    case "full":
      return true;
    case "referenced":
      return !isSubject;
    case "identified":
      return !isSubject && !isDelivered;
    case "logical":
      return !saysEmpty && !isDelivered;
  }
}
