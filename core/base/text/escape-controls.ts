/**
 * Makes hostile text harmless to show: control and format characters, line separators and lone surrogates become `\u{…}`, so
 * that nothing moves a terminal's cursor or turns the direction of writing (CVE-2021-42574).
 */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
