import { cleanBadgeText } from "./badge-text.ts";
import type { BadgeFace } from "./face.ts";

/** What screen readers hear and pointers show: what it is about and how it stands. */
export function titleOf({ label, message, subject }: BadgeFace): string {
  const about = [cleanBadgeText(label), subject === undefined ? "" : `(${cleanBadgeText(subject)})`];
  const words = about.filter((part) => part !== "").join(" ");
  return words === "" ? cleanBadgeText(message) : `${words}: ${cleanBadgeText(message)}`;
}
