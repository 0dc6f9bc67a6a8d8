/**
 * A profile is a list of facts that somebody (an authority, a customer) wants to find in an SBOM. Rules are data over a view of
 * the document; each profile names its view.
 */
import type { JsonPatch } from "#core/base/json/json-patch.ts";

import type { SbomContent } from "../view/sbom-content.ts";

/**
 * How a document treats a fact: it says it, it says that it does not know (`NOASSERTION`, `unknown`), it says that it does not tell
 * (`withheld`, `redacted`), or it is silent. The difference to the last one is what makes an SBOM honest.
 */
export type Statement = "present" | "unknown" | "withheld" | "missing";

/**
 * How a fact meets a rule: `wrong` is there but breaks the rule; `absent` is not there and only wanted if it exists, which nobody
 * can see from the document; `exempt` is not wanted of this kind of component.
 */
export type Outcome = Statement | "wrong" | "absent" | "exempt";

/** A text in the languages of the readers. */
export interface Wording {
  readonly en: string;
  readonly de: string;
}

/** An outcome with its reason. */
export interface Judgement {
  readonly outcome: Outcome;
  /** What is wrong; what is worth knowing where nothing is. */
  readonly reason?: Wording;
  /** JSON pointer of the exact place, where it is not the component. */
  readonly pointer?: string;
  /** What a machine can write to satisfy the rule here without adding a claim of its own; made only when asked for. */
  readonly repair?: () => JsonPatch;
}

/** What to write, for each format; SPDX 3 says what SPDX does where it has no text of its own. */
export interface Remedy {
  readonly CycloneDX: Wording;
  readonly SPDX: Wording;
  readonly SPDX3?: Wording;
}

/** What to write in a document of a format. */
export function remedyFor(remedy: Remedy, kind: SbomContent["kind"]): Wording {
  return remedy[kind] ?? remedy.SPDX;
}

/** What a rule is about, in words. */
export interface RuleFacts {
  /** Unique in the profile, in kebab case. */
  readonly id: string;
  readonly title: Wording;
  /** Where the profile's text demands it. */
  readonly clause: string;
  /** Whether the fact must be there, or only be right if it is (default: required). */
  readonly tier?: "required" | "additional" | "optional";
  /** Whether an explicit "unknown" meets the rule, where that is not as the profile says. */
  readonly acceptsUnknown?: boolean;
  readonly remedy: Remedy;
}

/** A rule about the document as a whole. */
export interface DocumentRule<View> extends RuleFacts {
  readonly about: "document";
  readonly read: (view: View) => Outcome | Judgement;
}

/** A rule about every component, the subject included. */
export interface ComponentRule<Component> extends RuleFacts {
  readonly about: "component";
  readonly read: (component: Component) => Outcome | Judgement;
}

/** A rule about the format: all that can be asked of a document that the profile has no fields for. */
export interface FormatRule extends RuleFacts {
  readonly read: (content: SbomContent) => Outcome | Judgement;
}

/**
 * What has to be true of one component at least. Exemptions and explicit unknowns are for parts of a document: one that consists of
 * nothing else meets every rule and says nothing.
 */
export interface Floor<Component> extends RuleFacts {
  readonly isMetBy: (component: Component) => boolean;
  readonly reason: Wording;
}

/** What a profile is, in words. */
export interface ProfileFacts {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** What a reader must know before relying on the outcome. */
  readonly caveat?: string;
}

/** A view lists its components, each with its place, a JSON pointer. */
export interface ComponentsView {
  readonly components: Iterable<{ readonly pointer: string }>;
}

/** What a view lists. */
export type ComponentOf<View extends ComponentsView> =
  View["components"] extends Iterable<infer One extends { readonly pointer: string }> ? One : never;

/** Sees every component once, and then says what is worth knowing about all. */
export interface RemarkCounter<Component> {
  readonly see: (component: Component) => void;
  readonly conclude: () => readonly Wording[];
}

/** What somebody wants to find in an SBOM, over a view of the document. */
export interface ProfileOf<View extends ComponentsView> extends ProfileFacts {
  /** An explicit "unknown" satisfies the profile. */
  readonly acceptsUnknown: boolean;
  readonly formatRule?: FormatRule;
  /** Undefined for a format that the profile has no fields for. */
  readonly view: (content: SbomContent) => View | undefined;
  readonly rules: readonly (DocumentRule<View> | ComponentRule<ComponentOf<View>>)[];
  /** Asked of a document that meets all the rules. */
  readonly floor?: Floor<ComponentOf<View>>;
  /** What was assumed where the document does not say it. */
  readonly remarks?: (view: View) => RemarkCounter<ComponentOf<View>>;
}
