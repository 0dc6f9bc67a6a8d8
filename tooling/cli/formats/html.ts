import { occurrencesOf, type Finding, type Severity } from "#core/base/finding.ts";

import { counted, messageWithPlaces, type Format } from "./format.ts";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8884}
.error{color:#b3261e;font-weight:600}.warning{color:#8a5300;font-weight:600}td code{overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){.error{color:#ff8a80}.warning{color:#ffb74d}}`;

const ORDER: readonly Severity[] = ["error", "warning", "note"];

/** A page that can be kept beside a build or sent by mail: no scripts, nothing from elsewhere. */
export const formatHtml: Format = ({ findings, counts, files, paths = [] }, { isSummary }) => {
  const kinds = ORDER.map((severity) => counted(counts[severity], severity)).join(", ");
  const named = [...new Set([...paths, ...findings.map(({ place }) => place.path)])];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stele: ${kinds}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${kinds} in ${counted(files, "file")}</h1>
${named.map((path) => section(path, isSummary ? [] : findings)).join("\n")}
</main>
</body>
</html>
`;
};

function section(path: string, findings: readonly Finding[]): string {
  const own = findings.filter(({ place }) => place.path === path);
  const rows = own.map(
    (finding) =>
      `<tr><td class="${finding.severity}">${finding.severity}</td><td>${finding.place.start.line}:${finding.place.start.column}</td>` +
      `<td>${occurrencesOf(finding)}</td><td>${coded(messageWithPlaces(finding))}<br><small>${coded(finding.source.clause)}</small></td>` +
      `<td><code>${escapeHtml(finding.ruleId)}</code></td></tr>`,
  );
  const table =
    rows.length === 0
      ? "<p>No findings.</p>"
      : `<table><thead><tr><th scope="col">Severity</th><th scope="col">Place</th><th scope="col">Times</th><th scope="col">Finding</th><th scope="col">Rule</th></tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
  return `<section>\n<h2>${escapeHtml(path)}</h2>\n${table}\n</section>`;
}

/** What messages put between backticks is code. */
function coded(text: string): string {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 0 ? escapeHtml(part) : `<code>${escapeHtml(part)}</code>`))
    .join("");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
