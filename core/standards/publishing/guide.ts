import type { Root } from "mdast";

import type { Finding } from "#core/base/finding.ts";
import { validate } from "#schemas/compiled/guide-front-matter.js";

import { readFrontMatter } from "./read-front-matter.ts";

/** A page that explains how things go, for example how a cloud is certified; it sets no rule. */
export interface Guide {
  /** `certification/overview`: the group and the name of the file, and its address below `/standards/`. */
  readonly guideId: string;
  readonly title: string;
  readonly description?: string;
  /** Place among the guides of the group. */
  readonly position?: number;
}

/** The id of the guide at a path of the tree: its folder and its file name. */
export function guideIdOf(path: string): string {
  return path.split("/").slice(-2).join("/").replace(/\.md$/, "");
}

/** Address of a guide; the ones of the SCS site are kept. */
export function guideHref({ guideId }: Pick<Guide, "guideId">): string {
  return `/standards/${guideId.split("/").map(encodeURIComponent).join("/")}`;
}

/** What a group of guides is called: its folder in words. */
export function guideGroupTitle(guideId: string): string {
  const words = (guideId.split("/")[0] ?? "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Guides in reading order: by group, then by position, those without one last, then by title. */
export function sortGuides(guides: readonly Guide[]): Guide[] {
  const group = ({ guideId }: Guide): string => guideId.split("/")[0] ?? "";
  const keys = (guide: Guide): readonly [string, number, string] => [
    group(guide),
    guide.position ?? Number.POSITIVE_INFINITY,
    guide.title,
  ];
  return guides.toSorted((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    const index = left.findIndex((key, place) => key !== right[place]);
    return index < 0 ? 0 : (left[index] ?? "") < (right[index] ?? "") ? -1 : 1;
  });
}

/** Reads the front matter of a guide; where it is faulty, the file name stands in and findings say what to write. */
export function readGuide(path: string, root: Root): { readonly guide: Guide; readonly findings: readonly Finding[] } {
  const guideId = guideIdOf(path);
  const { value, findings } = readFrontMatter(root, validate, {
    path,
    rule: "guide",
    source: { clause: "Stele, guides" },
    fields: ["title"],
  });
  return { guide: { guideId, title: guideId.slice(guideId.indexOf("/") + 1), ...value }, findings };
}
