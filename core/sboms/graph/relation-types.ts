/**
 * Which relationships say that one thing needs another. One table for all who ask: profiles, the dependency page, the graph. What
 * contains a thing cannot be without it, so containing counts as needing.
 */

/** Which of the two elements of an SPDX 2 relationship needs the other: the first one (`forward`) or the second one. */
const SPDX2_NEEDS: ReadonlyMap<string, "forward" | "backward"> = new Map([
  ["CONTAINS", "forward"],
  ["DEPENDS_ON", "forward"],
  ["DYNAMIC_LINK", "forward"],
  ["STATIC_LINK", "forward"],
  ["HAS_PREREQUISITE", "forward"],
  ["CONTAINED_BY", "backward"],
  ["DEPENDENCY_OF", "backward"],
  ["BUILD_DEPENDENCY_OF", "backward"],
  ["DEV_DEPENDENCY_OF", "backward"],
  ["OPTIONAL_COMPONENT_OF", "backward"],
  ["OPTIONAL_DEPENDENCY_OF", "backward"],
  ["PROVIDED_DEPENDENCY_OF", "backward"],
  ["RUNTIME_DEPENDENCY_OF", "backward"],
  ["TEST_DEPENDENCY_OF", "backward"],
  ["PREREQUISITE_FOR", "backward"],
  ["PACKAGE_OF", "backward"],
]);

/** SPDX 3 relationships whose `from` needs every `to`. */
const SPDX3_NEEDS: ReadonlySet<string> = new Set([
  "contains",
  "dependsOn",
  "hasDynamicLink",
  "hasOptionalComponent",
  "hasOptionalDependency",
  "hasPrerequisite",
  "hasProvidedDependency",
  "hasStaticLink",
]);

/** An SPDX 2 relationship as far as it says what needs what. */
export interface Need {
  readonly source: string;
  readonly target: string;
}

/** What needs what by an SPDX 2 relationship; undefined where it says something else. Tools write types in any case. */
export function needOfSpdx2(relationship: {
  readonly spdxElementId: string;
  readonly relatedSpdxElement: string;
  readonly relationshipType: string;
}): Need | undefined {
  const { spdxElementId, relatedSpdxElement, relationshipType: type } = relationship;
  const direction = SPDX2_NEEDS.get(type) ?? SPDX2_NEEDS.get(type.toUpperCase().replaceAll("-", "_"));
  if (direction === undefined) return undefined;
  return direction === "forward"
    ? { source: spdxElementId, target: relatedSpdxElement }
    : { source: relatedSpdxElement, target: spdxElementId };
}

/** Whether an SPDX 3 relationship of this type says that its `from` needs its `to`. */
export function isNeedOfSpdx3(type: string): boolean {
  return SPDX3_NEEDS.has(type);
}
