import type { ComponentRule, DocumentRule, Judgement } from "../profile.ts";
import type { BsiComponent, BsiView, ComponentKind } from "./bsi-view.ts";

/** A check of the document; one file each. */
export type DocumentCheck = DocumentRule<BsiView>;

/** A check of every component of some kinds; one file each. */
export interface ComponentCheck extends Omit<ComponentRule<BsiComponent>, "about" | "read"> {
  /** Components of other kinds are exempt (3.2.2, 3.2.4, 3.2.5). */
  readonly kinds: readonly ComponentKind[];
  readonly judge: (component: BsiComponent) => Judgement;
}

/** Where fields are demanded; the numbers are those of version 2.1.0. */
export const CLAUSE = {
  format: "BSI TR-03183-2 v2.1.0, 4",
  vulnerability: "BSI TR-03183-2 v2.1.0, 3.1",
  detail: "BSI TR-03183-2 v2.1.0, 5.1",
  sbomRequired: "BSI TR-03183-2 v2.1.0, 5.2.1",
  componentRequired: "BSI TR-03183-2 v2.1.0, 5.2.2",
  sbomAdditional: "BSI TR-03183-2 v2.1.0, 5.2.3 (if it exists)",
  componentAdditional: "BSI TR-03183-2 v2.1.0, 5.2.4 (if it exists)",
  componentOptional: "BSI TR-03183-2 v2.1.0, 5.2.5 (optional)",
  referenced: "BSI TR-03183-2 v2.1.0, 3.2.5",
} as const;

/** The rule that a check of components is. */
export function toRule({ kinds, judge, ...facts }: ComponentCheck): ComponentRule<BsiComponent> {
  return {
    ...facts,
    about: "component",
    read: (component) => (kinds.includes(component.kind) ? judge(component) : "exempt"),
  };
}
