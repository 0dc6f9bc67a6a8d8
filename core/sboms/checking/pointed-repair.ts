import type { TextEdit } from "#core/base/finding.ts";
import { childPointer, parentPointer } from "#core/base/json/json-pointer.ts";
import type { JsonPatch } from "#core/base/json/json-patch.ts";
import type { JsonLocation } from "#core/base/json/locate-pointers.ts";

import { quoteValue } from "./quote-value.ts";

/** What a machine may do at a place without changing the meaning. */
export type PointedRepair = { readonly description: string } & RepairStep;

type RepairStep =
  /** Another value in the place of this one. */
  | { readonly kind: "replace"; readonly value: unknown }
  /** Some elements of the list go. */
  | { readonly kind: "remove-elements"; readonly indexes: readonly number[] }
  /** The member keeps its value under another name. */
  | { readonly kind: "rename"; readonly name: string }
  /** The object gets one more member. */
  | { readonly kind: "add"; readonly name: string; readonly value: unknown };

/** Puts a value in the place of another one, and says so. */
export function replaceBy(value: string | number): PointedRepair {
  return { kind: "replace", description: `Write ${quoteValue(value)}`, value };
}

/** Gives a member another name, and says so. */
export function renameTo(name: string): PointedRepair {
  return { kind: "rename", description: `Write ${quoteValue(name)}`, name };
}

/** The step as a patch. */
export function patchOf(repair: PointedRepair, pointer: string): JsonPatch {
  switch (repair.kind) {
    case "replace":
      return [{ op: "replace", path: pointer, value: repair.value }];
    case "remove-elements":
      return repair.indexes.map((index) => ({ op: "remove", path: childPointer(pointer, index) }));
    case "rename":
      return [{ op: "move", from: pointer, path: childPointer(parentPointer(pointer), repair.name) }];
    case "add":
      return [{ op: "add", path: childPointer(pointer, repair.name), value: repair.value }];
  }
}

/** The step as edits of the text. What is taken out of a list has no edit: commas belong to two neighbors. */
export function editsOf(repair: PointedRepair, { start, end, name }: JsonLocation, text: string): readonly TextEdit[] {
  switch (repair.kind) {
    case "replace":
      return [{ start, end, text: JSON.stringify(repair.value) }];
    case "remove-elements":
      return [];
    case "rename":
      return name === undefined ? [] : [{ ...name, text: JSON.stringify(repair.name) }];
    case "add": {
      const isEmpty = /^\{\s*\}/.test(text.slice(start, Math.min(end, start + 1000)));
      const member = `${JSON.stringify(repair.name)}: ${JSON.stringify(repair.value)}${isEmpty ? "" : ", "}`;
      return [{ start: start + 1, end: start + 1, text: member }];
    }
  }
}
