import { TREE_CONFIG_PATH } from "#core/standards/publishing/site-config.ts";
import { fileNameOf } from "#core/standards/documents/document-id.ts";
import { STYLE_FILES } from "#core/standards/checking/markdown-style.ts";

import type { TreeFile } from "./check-files.ts";
import type { ConfigurationTexts } from "./tree-configuration.ts";

/** The files of a tree by what they are for a check. */
export interface SortedFiles extends ConfigurationTexts {
  readonly documents: readonly TreeFile[];
  readonly scopes: readonly TreeFile[];
}

/**
 * Sorts files that somebody names one by one: configuration by its name, YAML is a scope, and everything else is to be a
 * document, so that a wrong name is a finding and not an omission.
 */
export function sortFiles(files: readonly TreeFile[]): SortedFiles {
  const first = (names: readonly string[]): TreeFile | undefined =>
    names.flatMap((name) => files.find(({ path }) => fileNameOf(path) === name) ?? [])[0];
  const textOf = (file: TreeFile | undefined): string | undefined =>
    file === undefined ? undefined : new TextDecoder("utf-8").decode(file.bytes);
  const style = first(STYLE_FILES);
  const others = files.filter(({ path }) => !CONFIGURATION.has(fileNameOf(path)));
  const isScope = ({ path }: TreeFile): boolean => /\.ya?ml$/.test(path);
  return {
    configText: textOf(first([TREE_CONFIG_PATH])),
    styleText: textOf(style),
    stylePath: style?.path,
    documents: others.filter((file) => !isScope(file)),
    scopes: others.filter(isScope),
  };
}

const CONFIGURATION: ReadonlySet<string> = new Set([TREE_CONFIG_PATH, ...STYLE_FILES]);
