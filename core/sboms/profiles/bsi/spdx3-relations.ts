import { isNeedOfSpdx3 } from "../../graph/relation-types.ts";
import type { Spdx3Parts } from "../../formats/spdx3/document-parts.ts";
import { statesNothing, textsOf, valuesOf, type Spdx3Document, type Spdx3Node } from "../../formats/spdx3/graph.ts";
import type { Pointed, Relations } from "./bsi-view.ts";

/** The two ways of 5.2.2 to say what a component is made of. */
const LISTING_TYPES = new Set(["contains", "dependsOn"]);

/** What relationships say about each package, and which packages they leave out. */
export function readSpdx3Relations(parts: Spdx3Parts): {
  readonly relationsOf: (one: Spdx3Node) => Relations;
  readonly unreached: readonly string[];
} {
  const imported = importedIds(parts);
  return { relationsOf: (one) => readRelations(parts, one, imported), unreached: findUnreached(parts) };
}

/** Elements of other documents, which the `SpdxDocument` imports. */
function importedIds({ about }: Spdx3Parts): ReadonlySet<unknown> {
  return new Set(
    about === undefined
      ? []
      : valuesOf(about, "import").map(({ value }) => ((value ?? {}) as Spdx3Document)["externalSpdxId"]),
  );
}

function readRelations({ graph }: Spdx3Parts, one: Spdx3Node, imported: ReadonlySet<unknown>): Relations {
  const listing = graph.relationsFrom(one).filter(({ type }) => LISTING_TYPES.has(type));
  const dangling: Pointed[] = [];
  for (const { targets, pointer } of listing) {
    for (const [index, text] of targets.entries()) {
      if (graph.find(text) !== undefined || imported.has(text) || statesNothing(text) !== undefined) continue;
      dangling.push({ text, pointer: `${pointer}/to/${index}` });
    }
  }
  const said = listing.map((relation) => textsOf(relation, "completeness")[0]);
  return {
    isNamed: true,
    isListed: listing.length > 0,
    dangling,
    // One list that does not say whether it is complete leaves all open.
    completeness: said.includes(undefined) ? undefined : said[0],
    ...(listing.length === 0
      ? {}
      : {
          stateUnknown: () =>
            listing
              .filter(({ node }) => node["completeness"] === undefined)
              .map(({ pointer }) => ({ op: "add", path: `${pointer}/completeness`, value: "noAssertion" }) as const),
        }),
  };
}

/** Packages that no relationship connects with the subject. */
function findUnreached({ graph, subject, packages }: Spdx3Parts): readonly string[] {
  if (subject === undefined) return [];
  const reached = new Set([subject.node]);
  // A set may grow while it is walked; what is added is walked too.
  for (const node of reached) {
    for (const { type, targets } of graph.relationsFrom({ node, pointer: "" })) {
      if (!isNeedOfSpdx3(type)) continue;
      for (const target of targets) {
        const found = graph.find(target);
        if (found !== undefined) reached.add(found.node);
      }
    }
  }
  return packages.filter(({ node }) => !reached.has(node)).map(({ pointer }) => pointer);
}
