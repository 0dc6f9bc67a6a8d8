import type { Spdx3Parts } from "../../formats/spdx3/document-parts.ts";
import { textsOf, type Spdx3Node, type Spdx3Relation } from "../../formats/spdx3/graph.ts";
import type { BsiComponent, LicenseStatement, Pointed } from "./bsi-view.ts";

const ACKNOWLEDGEMENTS = { hasConcludedLicense: "concluded", hasDeclaredLicense: "declared" } as const;

/** Individuals of the licensing profile, as compact name or IRI. */
const INDIVIDUAL = /(?:^expandedlicensing_|\/terms\/ExpandedLicensing\/)(None|NoAssertion)License$/;

/** Licenses of a package with the relationship that gives them. */
export function licensesOfSpdx3(parts: Spdx3Parts, one: Spdx3Node): readonly LicenseStatement[] {
  return Object.entries(ACKNOWLEDGEMENTS).flatMap(([type, acknowledgement]) =>
    parts.graph
      .relationsFrom(one)
      .filter((relation) => relation.type === type)
      .flatMap((relation) => readLicenses(parts, relation))
      .map((license) => ({ ...license, acknowledgement })),
  );
}

/** The format has no relationship for the effective license, so the guideline takes `other` with a comment. */
export function effectiveLicensesOfSpdx3(parts: Spdx3Parts, one: Spdx3Node): BsiComponent["effectiveLicenses"] {
  return parts.graph
    .relationsFrom(one)
    .filter(({ type, node }) => type === "other" && /^hasEffectiveLicen[sc]e$/.test(String(node["comment"])))
    .flatMap((relation) => readLicenses(parts, relation))
    .map(({ text, pointer }) => ({ text, pointer, isTaxonomySpelling: true }));
}

function readLicenses(
  { graph }: Spdx3Parts,
  relation: Spdx3Relation,
): readonly (Pointed & Pick<LicenseStatement, "form">)[] {
  return relation.targets.map((target, index) => {
    const license = graph.find(target);
    const [expression] = license === undefined ? [] : textsOf(license, "simplelicensing_licenseExpression");
    if (expression !== undefined) return { ...expression, form: "expression" };
    const pointer = license?.pointer ?? `${relation.pointer}/to/${index}`;
    const individual = INDIVIDUAL.exec(target)?.[1];
    if (individual !== undefined) return { text: individual.toUpperCase(), pointer, form: "expression" };
    // A license of the SPDX list is named by its address there.
    const listed = /^https?:\/\/spdx\.org\/licenses\/([\w.+-]+)$/.exec(target)?.[1];
    if (listed !== undefined) return { text: listed, pointer, form: "expression" };
    const [name] = license === undefined ? [] : textsOf(license, "name");
    return { ...(name ?? { text: target, pointer }), form: "name" };
  });
}
