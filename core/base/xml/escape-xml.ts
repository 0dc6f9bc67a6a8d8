/** What XML 1.0 forbids even as a reference (2.2), halves of surrogate pairs among them, and the control characters that it discourages. */
export const FORBIDDEN_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/**
 * Escapes a text for the content and the attributes of XML 1.0 and HTML; characters that XML cannot hold become U+FFFD. Small,
 * because it is part of what draws badges.
 */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN_IN_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
