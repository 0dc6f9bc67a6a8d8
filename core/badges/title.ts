import { cleanBadgeText } from "./badge-text.ts";
import type { BadgeFace } from "./face.ts";

/** What screen readers hear and pointers show: what it is about and how it stands. */
export function titleOf({ label, message, subject }: BadgeFace): string {
  const [shown, about] = [cleanBadgeText(label), cleanBadgeText(subject ?? "")];
  const words = shown !== "" && about !== "" ? `${shown} (${about})` : shown + about;
  return words === "" ? cleanBadgeText(message) : `${words}: ${cleanBadgeText(message)}`;
}
