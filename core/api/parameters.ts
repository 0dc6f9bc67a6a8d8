import { table, type Table } from "#core/base/table.ts";

/** A parameter of paths: the same name means the same thing everywhere. */
export interface PathParameter {
  readonly text: string;
  readonly example: string;
  readonly values?: readonly string[];
}

/** Every parameter that occurs in a path. */
export const PATH_PARAMETERS: Table<PathParameter> = table({
  document: { text: "File name of a document without `.md`.", example: "scs-0100-v3-flavor-naming" },
  before: { text: "The earlier document.", example: "scs-0100-v2-flavor-naming" },
  after: { text: "The later document.", example: "scs-0100-v3-flavor-naming" },
  track: { text: "A track in lower case, or the group of a guide.", example: "iaas" },
  number: { text: "Number of a document, with its prefix; or the name of a guide.", example: "scs-0100" },
  citation: { text: "Form of a citation.", example: "bib", values: ["bib", "json", "txt"] },
  release: { text: "Name of a release.", example: "r7" },
  news: { text: "Name of a piece of news.", example: "2026-06-11-next-version-iaas" },
  rule: { text: "Id of a rule.", example: "slug-characters" },
  date: { text: "Calendar day that is over, in the zone of the site.", example: "2024-03-01" },
  snapshot: { text: "SHA-256 of a manifest, or its first 16 digits.", example: "0123456789abcdef" },
  file: { text: "Path in the tree; it may hold slashes.", example: "documents/scs-0100-v3-flavor-naming.md" },
  subject: { text: "The cloud under test.", example: "demo-alpha" },
  scope: { text: "A scope: its alias, or its UUID where the monitor takes one.", example: "scs-compatible-iaas" },
  report: { text: "UUID of a report.", example: "9c2f4f0e-3b0a-4b7e-9d55-0c6d2f2f0f11" },
  view: { text: "Form of a view of the monitor.", example: "page", values: ["page", "fragment", "markdown"] },
  certificate: { text: "Number of a certificate: year and count.", example: "2026-0001" },
  purpose: { text: "What a status list says.", example: "revocation", values: ["revocation", "suspension"] },
  list: { text: "Number of a status list, from 1.", example: "1" },
  sbom: { text: "Id of an SBOM.", example: "40f973cec6387a00" },
  later: { text: "Id of the later SBOM.", example: "40f973cec6387a01" },
  profile: { text: "Id of a profile.", example: "bsi-tr-03183-2" },
  webhook: { text: "Id of a webhook.", example: "1" },
  provider: { text: "Id of a provider.", example: "demo-alpha" },
  table: { text: "Form of a table.", example: "csv", values: ["csv", "json"] },
  annotation: { text: "Number of a remark, from 1.", example: "1" },
  badge: { text: "Form of a badge.", example: "svg", values: ["svg", "png", "json"] },
  picture: { text: "Form of a picture.", example: "svg", values: ["svg", "png"] },
  component: { text: "Number of a component in its SBOM, from 0.", example: "0" },
  upload: { text: "Id of an upload.", example: "1a2b" },
});
