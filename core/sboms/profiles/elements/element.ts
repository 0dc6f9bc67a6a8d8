import type { ComponentView, DocumentView } from "../../view/document-view.ts";
import type { ComponentRule, DocumentRule } from "../profile.ts";

/** A fact about the document that several profiles want, one file each; a profile adds the clause of its own text. */
export type DocumentElement = Omit<DocumentRule<DocumentView>, "clause">;

/** A fact about every component that several profiles want, one file each. */
export type ComponentElement = Omit<ComponentRule<ComponentView>, "clause">;
