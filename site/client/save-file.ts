import { element } from "./element.ts";

/** Hands bytes to the reader as a download. */
export function saveFile(name: string, bytes: Uint8Array, mediaType: string): void {
  const link = element("a", "");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
