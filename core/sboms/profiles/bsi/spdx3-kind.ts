import { isNeedOfSpdx3 } from "../../graph/relation-types.ts";
import type { Spdx3Parts } from "../../formats/spdx3/document-parts.ts";
import {
  statesNothing,
  textOf,
  textsOf,
  valuesOf,
  type Spdx3Document,
  type Spdx3Node,
} from "../../formats/spdx3/graph.ts";
import { COMPONENT_KINDS } from "./bsi-view.ts";
import { KIND_PROPERTY } from "./component-kind.ts";
import { settleKind, type KindClaim, type SettledKind } from "./settle-kind.ts";

/** Purposes that can stand for many files without being one. */
const ABSTRACT_PURPOSES = new Set(["application", "framework", "operatingSystem", "container", "platform"]);

/** The kind of a package: as its property says, else as its relationships show, else `full`; within the limits of 5.1. */
export function kindOfSpdx3Package(parts: Spdx3Parts, one: Spdx3Node, isFile: boolean): SettledKind {
  const { graph, subject } = parts;
  const listed = graph.relationsFrom(one).filter(({ type }) => isNeedOfSpdx3(type));
  return settleKind({
    ...claimOf(parts, one, isFile),
    isSubject: one.node === subject?.node,
    saysEmpty: listed.length > 0 && listed.every(({ targets }) => targets.every((to) => statesNothing(to) === "none")),
    isDelivered: isFile,
  });
}

function claimOf({ graph }: Spdx3Parts, one: Spdx3Node, isFile: boolean): Pick<KindClaim, "kind" | "isStated"> {
  const stated = propertiesOf(one).find(([name]) => name === KIND_PROPERTY)?.[1];
  const kind = COMPONENT_KINDS.find((known) => known === stated);
  if (kind !== undefined) return { kind, isStated: true };
  const incoming = graph.relationsTo(one);
  const isReferenced = incoming.some(({ type, from }) => type === "describes" && refersToSbom(graph.find(from)));
  if (isReferenced) return { kind: "referenced", isStated: true };
  // 3.2.4: what the environment provides lies outside the scope of delivery.
  if (incoming.some(({ type }) => type === "hasProvidedDependency")) return { kind: "identified", isStated: false };
  const contains = graph.relationsFrom(one).some(({ type }) => type === "contains");
  const isAbstract = ABSTRACT_PURPOSES.has(textOf(one, "software_primaryPurpose") ?? "");
  return { kind: isAbstract && contains && !isFile ? "logical" : "full", isStated: false };
}

/** 3.2.5: a `software_Sbom` that stands for one elsewhere. */
function refersToSbom(sbom: Spdx3Node | undefined): boolean {
  if (sbom?.node["type"] !== "software_Sbom") return false;
  return valuesOf(sbom, "externalRef").some(
    ({ value }) => (value as Spdx3Document | null)?.["externalRefType"] === "buildMeta",
  );
}

/** Properties as SPDX 3 takes them over from CycloneDX: an extension of the element. */
function propertiesOf(one: Spdx3Node): readonly (readonly [string | undefined, string | undefined])[] {
  return valuesOf(one, "extension").flatMap(({ value, pointer }) =>
    valuesOf({ node: (value ?? {}) as Spdx3Document, pointer }, "extension_cdxProperty").map((entry) => {
      const property = { node: (entry.value ?? {}) as Spdx3Document, pointer: entry.pointer };
      return [
        textsOf(property, "extension_cdxPropName")[0]?.text,
        textsOf(property, "extension_cdxPropValue")[0]?.text,
      ] as const;
    }),
  );
}
