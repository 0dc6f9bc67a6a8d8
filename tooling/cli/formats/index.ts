import { table, type Table } from "#core/base/table.ts";
import { formatCsv } from "./csv.ts";
import type { Format } from "./format.ts";
import { formatGithub } from "./github.ts";
import { formatGitlab } from "./gitlab.ts";
import { formatHtml } from "./html.ts";
import { formatJson } from "./json.ts";
import { formatJunit } from "./junit.ts";
import { formatPretty } from "./pretty.ts";
import { formatRdjson } from "./rdjson.ts";
import { formatSarif } from "./sarif.ts";

/** The formats of `stele check --format`. */
export const FORMATS: Table<Format> = table({
  pretty: formatPretty,
  json: formatJson,
  github: formatGithub,
  gitlab: formatGitlab,
  sarif: formatSarif,
  rdjson: formatRdjson,
  junit: formatJunit,
  csv: formatCsv,
  html: formatHtml,
});
