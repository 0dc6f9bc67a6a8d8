import type { ComparedComponent, ComponentsDiff } from "./diff-components.ts";

/** A diff as the command line and the API give it. */
export function diffJson({ added, removed, changed, unchangedCount }: ComponentsDiff): Record<string, unknown> {
  return {
    counts: { added: added.length, removed: removed.length, changed: changed.length, unchanged: unchangedCount },
    added: added.map(componentJson),
    removed: removed.map(componentJson),
    changed: changed.map(({ before, after, changes }) => ({
      changes,
      before: componentJson(before),
      after: componentJson(after),
    })),
  };
}

function componentJson({ pointer, type, group, name, version, purl, licenses, hashes }: ComparedComponent) {
  return { pointer, type, group, name, version, purl, licenses, hashes };
}
