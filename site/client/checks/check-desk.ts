import type { ChangeQuestion, CheckQuestion } from "#core/standards/changes/answer-check.ts";
import type { TreeFile } from "#core/standards/checking/check-files.ts";

import { overlay } from "./check-files.ts";

/** What lies on the desk of the page /check. */
export interface Desk {
  readonly files: readonly TreeFile[];
  /** Whether the files are all those of a folder. */
  readonly isFolder: boolean;
  /** Path of the document that is edited and shown. */
  readonly shown: string;
  /** The earlier state that the files are a change of; undefined where they are judged as they are. */
  readonly earlier: readonly TreeFile[] | undefined;
  /** Whether the earlier state is a whole tree, of which single files replace those of the same name. */
  readonly isEarlierWhole: boolean;
  /** Whether the author says that the files are the whole tree. */
  readonly isWhole: boolean;
  /** What the author says about the change. */
  readonly description: string;
  readonly profile: CheckQuestion["profile"];
  /** The `stele.config.yaml` of this site, if it has one; a folder has its own or none. */
  readonly config: string | undefined;
}

/** A desk with nothing on it. */
export const EMPTY_DESK: Desk = {
  files: [],
  isFolder: false,
  shown: "",
  earlier: undefined,
  isEarlierWhole: false,
  isWhole: false,
  description: "",
  profile: undefined,
  config: undefined,
};

/** What the desk asks: the same as `stele check` in that tree, with `--base` where there is an earlier state. */
export function questionOf(desk: Desk): CheckQuestion {
  const { files, isFolder, isWhole, earlier, isEarlierWhole, description, profile, config } = desk;
  const isCompleted = earlier !== undefined && isEarlierWhole && !isFolder;
  const change: ChangeQuestion | undefined = earlier === undefined ? undefined : { base: earlier, description };
  return {
    files: isCompleted ? overlay(earlier, files) : files,
    config: isFolder ? undefined : config,
    profile,
    isComplete: isFolder || isWhole || isCompleted,
    change,
  };
}

/** The text of the shown document, as an editor shows it. */
export function shownText({ files, shown }: Desk): string {
  const file = files.find(({ path }) => path === shown);
  return file === undefined ? "" : new TextDecoder().decode(file.bytes);
}

/** The desk with other bytes for one of its files, which is added where it is new. */
export function withBytes(desk: Desk, path: string, bytes: Uint8Array): Desk {
  const isKnown = desk.files.some((file) => file.path === path);
  const files = desk.files.map((file) => (file.path === path ? { path, bytes } : file));
  return { ...desk, files: isKnown ? files : [...files, { path, bytes }] };
}

/** The desk with another name for the shown document. */
export function renamed(desk: Desk, path: string): Desk {
  const files = desk.files.map((file) => (file.path === desk.shown ? { ...file, path } : file));
  return { ...desk, files, shown: path };
}
