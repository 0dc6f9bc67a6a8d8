import type { FindingReport } from "../checking/finding-report.ts";
import { quoteValue } from "../checking/quote-value.ts";

/** Schemes that run code or show what is on the reader's own disk when a page makes a link of them. */
const DANGEROUS_SCHEME = /^[\s\p{Cc}]*(?:javascript|vbscript|data|file|blob):/iu;

/** A reference leads somewhere, and does not run code when it is followed. */
export function judgeUrl(text: string, pointer: () => string, report: FindingReport): void {
  // Browsers ignore tabs and line ends inside a scheme.
  if (!DANGEROUS_SCHEME.test(text.slice(0, 100).replace(/[\t\r\n]/g, ""))) return;
  report.add("warning", { ruleId: "sbom-url-scheme" }, () => ({
    message: `${quoteValue(text)} is no address for others, expected one with \`https:\``,
    pointer: pointer(),
    source: {
      clause: "RFC 3986 §7: security considerations of URIs",
      url: "https://www.rfc-editor.org/rfc/rfc3986#section-7",
    },
  }));
}
