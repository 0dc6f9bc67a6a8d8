/** What BSI TR-03183-2 wants to know of a document, the same for CycloneDX and SPDX 3.0.1; each fact with its place. */
import type { JsonPatch } from "#core/base/json/json-patch.ts";

/** A text of the document; `pointer` is a JSON pointer. */
export interface Pointed {
  readonly text: string;
  readonly pointer: string;
}

/** How an agent can be reached. */
export interface Contact {
  readonly emails: readonly Pointed[];
  readonly urls: readonly Pointed[];
}

/** A hash; the algorithm as CycloneDX spells it. */
export interface PointedHash extends Pointed {
  readonly algorithm: string;
}

/** A file elsewhere: a link to it, and its hashes. */
export interface Artifact {
  readonly url: Pointed | undefined;
  readonly hashes: readonly PointedHash[];
}

/** A license as it is given. */
export interface LicenseStatement extends Pointed {
  /** A name is free text; ids and expressions follow the SPDX grammar. */
  readonly form: "expression" | "name";
  /** `concluded` are the distribution licenses, `declared` the original ones (8.1.13); undefined when nothing says which. */
  readonly acknowledgement: "concluded" | "declared" | undefined;
}

/** An identifier that others can look up. */
export interface Identifier extends Pointed {
  readonly kind: "purl" | "cpe" | "swid";
}

/** What a component depends on. */
export interface Relations {
  /** It has an identifier that relationships can name. */
  readonly isNamed: boolean;
  /** Its dependencies are listed, if only as an empty list, or it contains components. */
  readonly isListed: boolean;
  /** What leads to nothing in the document. */
  readonly dangling: readonly Pointed[];
  /** Whether the list is complete: the document's word for it. */
  readonly completeness: Pointed | undefined;
  /** Says that the list of dependencies, if it is missing as an empty one, may not be complete. */
  readonly stateUnknown?: () => JsonPatch;
}

/** How much the guideline wants to know of a component (3.2, 5.1). */
export const COMPONENT_KINDS = ["full", "logical", "identified", "referenced"] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

/** A component. */
export interface BsiComponent {
  readonly pointer: string;
  readonly kind: ComponentKind;
  /** Whether the document says the kind, or we concluded it. */
  readonly isKindStated: boolean;
  /** The kind that was claimed where the guideline does not allow it. */
  readonly refusedKind: ComponentKind | undefined;
  readonly creator: Contact;
  readonly name: Pointed | undefined;
  readonly version: Pointed | undefined;
  /** JSON pointer of where the version belongs. */
  readonly versionPlace: string;
  readonly filenames: readonly Pointed[];
  /** Where the list of delivered files does not say that it is complete. */
  readonly openFileList?: Pointed | undefined;
  readonly executable: readonly Pointed[];
  readonly archive: readonly Pointed[];
  readonly structured: readonly Pointed[];
  readonly licenses: readonly LicenseStatement[];
  /** Spelled both ways: the taxonomy says `Licence`, the guideline `License`. */
  readonly effectiveLicenses: readonly (Pointed & { readonly isTaxonomySpelling: boolean })[];
  readonly deployables: readonly Artifact[];
  readonly sources: readonly Artifact[];
  /** Repositories, from which a source package can be had. */
  readonly repositories: readonly Artifact[];
  readonly securityContacts: readonly Artifact[];
  /** SBOMs in which the component is described. */
  readonly descriptions: readonly Artifact[];
  readonly identifiers: readonly Identifier[];
  readonly relations: Relations;
}

/** A document. */
export interface BsiView {
  readonly format: "CycloneDX" | "SPDX";
  readonly creator: Contact;
  readonly timestamp: Pointed | undefined;
  /** What other documents can name this one by. */
  readonly uri: Pointed | undefined;
  /** JSON pointer of the first vulnerability. */
  readonly vulnerability: string | undefined;
  /** Phases in which the document was made. */
  readonly phases: readonly Pointed[];
  readonly hasSubject: boolean;
  /** JSON pointers of components that no relationship connects with the subject. */
  readonly unreached: readonly string[];
  /** Made while they are walked: a view of forty thousand components at once would not fit beside the document. */
  readonly components: Iterable<BsiComponent>;
}
