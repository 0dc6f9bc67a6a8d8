import type { ComparedComponent } from "./diff-components.ts";
import type { ComparedEdge } from "./diff-edges.ts";
import type { NamedPart, PartsDiff } from "./diff-parts.ts";
import { isSame, type SbomDiff } from "./diff-sboms.ts";

/** A diff as the command line and the API give it. */
export function diffJson(diff: SbomDiff): Record<string, unknown> {
  const { added, removed, changed, unchangedCount, subject, edges, services, vulnerabilities } = diff;
  return {
    same: isSame(diff),
    counts: { added: added.length, removed: removed.length, changed: changed.length, unchanged: unchangedCount },
    added: added.map(componentJson),
    removed: removed.map(componentJson),
    changed: changed.map(({ before, after, changes }) => ({
      changes,
      before: componentJson(before),
      after: componentJson(after),
    })),
    subject:
      subject === undefined
        ? undefined
        : {
            changes: "changes" in subject ? subject.changes : [],
            before: subject.before === undefined ? undefined : componentJson(subject.before),
            after: subject.after === undefined ? undefined : componentJson(subject.after),
          },
    dependencies: { added: edges.added.map(edgeJson), removed: edges.removed.map(edgeJson) },
    services: partsJson(services),
    vulnerabilities: partsJson(vulnerabilities),
    others: diff.others,
    notCompared: diff.notCompared,
  };
}

/** Without `from` it is the subject that needs the other. */
function edgeJson({ source, target }: ComparedEdge) {
  return { from: source === undefined ? undefined : nameJson(source), to: nameJson(target) };
}

function nameJson({ pointer, name, version, purl }: ComparedComponent) {
  return { pointer, name, version, purl };
}

function partsJson({ added, removed, changed }: PartsDiff) {
  const named = (parts: readonly NamedPart[]) => parts.map(({ name, pointer }) => ({ name, pointer }));
  return { added: named(added), removed: named(removed), changed: named(changed) };
}

function componentJson(component: ComparedComponent) {
  const { pointer, type, group, name, version, purl, licenses, hashes, supplier } = component;
  return { pointer, type, group, name, version, purl, licenses, hashes, supplier };
}
