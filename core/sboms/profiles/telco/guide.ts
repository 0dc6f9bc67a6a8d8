import type { ComponentRule, DocumentRule, RuleFacts } from "../profile.ts";
import type { TelcoPackage, TelcoView } from "./telco-view.ts";

/** Version 1.1 of the guide. */
export const GUIDE = "OpenChain Telco SBOM Guide 1.1";

/** A check of the document (section 3.3 of the guide, on SPDX); one file each. */
export type TelcoDocumentCheck = DocumentRule<TelcoView>;

/** A check of every package; one file each. */
export type TelcoPackageCheck = ComponentRule<TelcoPackage>;

/** The guide knows one format, so there is one thing to write. */
export function remedy(en: string, de: string): RuleFacts["remedy"] {
  return { CycloneDX: { en, de }, SPDX: { en, de } };
}
