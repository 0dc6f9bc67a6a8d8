/**
 * A profile is a list of facts that somebody (an authority, a customer) wants to find in an SBOM. Rules are data over a view of
 * the document that is the same for every format.
 */
import type { ComponentView, DocumentView } from "./document-view.ts";

/**
 * How a document treats a fact: it says it, it says that it does not know (`NOASSERTION`, `unknown`), or it is silent. The
 * difference between the last two is what makes an SBOM honest.
 */
export type Statement = "present" | "unknown" | "missing";

/** A text in the languages of the readers. */
interface Wording {
  readonly en: string;
  readonly de: string;
}

interface RuleFacts {
  /** Unique in the profile, in kebab case. */
  readonly id: string;
  readonly title: Wording;
  /** Where the profile's text demands it. */
  readonly clause: string;
  /** What to write, for each format. */
  readonly remedy: { readonly CycloneDX: string; readonly SPDX: string };
}

/** A rule about the document as a whole. */
export interface DocumentRule extends RuleFacts {
  readonly about: "document";
  readonly read: (view: DocumentView) => Statement;
}

/** A rule about every component, the subject included. */
export interface ComponentRule extends RuleFacts {
  readonly about: "component";
  readonly read: (component: ComponentView) => Statement;
}

/** One fact that a profile wants. */
export type ProfileRule = DocumentRule | ComponentRule;

/** What somebody wants to find in an SBOM. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** What a reader must know before relying on the outcome. */
  readonly caveat?: string;
  /** An explicit "unknown" satisfies the profile. */
  readonly acceptsUnknown: boolean;
  readonly rules: readonly ProfileRule[];
}
