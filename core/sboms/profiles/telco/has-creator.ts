import type { SpdxDocument } from "../../formats/spdx2/spdx.ts";

/** Whether one of the creators is written as the pattern wants. */
export function hasCreator({ creationInfo: { creators = [] } }: SpdxDocument, pattern: RegExp): boolean {
  return creators.some((creator) => pattern.test(creator));
}
