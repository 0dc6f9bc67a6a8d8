/** Parses JSON with comments and trailing commas, as editors and linters write their settings; undefined for anything else. */
export function parseJsonc(text: string): unknown {
  // Strings are matched first, so that nothing inside them is taken for a comment.
  const plain = text.replace(
    /("(?:[^"\\\r\n]|\\.)*")|\/\/[^\r\n]*|\/\*[^]*?\*\/|,(?=(?:\s|\/\/[^\r\n]*|\/\*[^]*?\*\/)*[}\]])/g,
    (_match, string: string | undefined) => string ?? "",
  );
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}
