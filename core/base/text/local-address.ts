/** Never asked: it only lends the parser a host, so that what was typed cannot name another. */
const ANY_HOST = "http://stele.invalid/";

/**
 * The address of a page of this site, whatever was typed: it begins with exactly one slash and holds no backslash, so that no
 * browser and no proxy reads a host into it (`//evil.example`, `/\evil.example`). Dots are resolved, characters that a header
 * cannot carry are percent-encoded.
 */
export function localAddress(typed: string): string {
  const { pathname, search, hash } = new URL(ANY_HOST + typed.replace(/^[/\\]+/, ""));
  const path = pathname.replace(/^\/+/, "/");
  return (path + search + hash).replaceAll("\\", "%5C");
}
