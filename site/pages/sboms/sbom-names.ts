import type { ComponentRecord, SbomRecord } from "#core/sboms/records/sbom-record.ts";

/** What an SBOM is called: product and version, else its id. */
export function titleOfSbom({ id, subject }: Pick<SbomRecord, "id" | "subject">): string {
  return [subject?.name ?? `SBOM ${id}`, subject?.version]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

/** Group and name. */
export function nameOfComponent({ group, name }: Pick<ComponentRecord, "group" | "name">): string {
  const full = group === undefined || group === "" ? name : `${group}/${name}`;
  return full === "" ? "(no name)" : full;
}

/** Group, name and version. */
export function titleOfComponent(component: Pick<ComponentRecord, "group" | "name" | "version">): string {
  const { version } = component;
  return version === undefined || version === ""
    ? nameOfComponent(component)
    : `${nameOfComponent(component)} ${version}`;
}

/** The page of a component. */
export function componentHref(sbomId: string, number: number): string {
  return `/sboms/${sbomId}/components/${number}`;
}

/** The place in the source that a JSON pointer leads to; `line` stands in where the pointer is that of the document. */
export function sourceHref(sbomId: string, pointer: string, line?: number): string {
  const query = pointer === "" ? `line=${line ?? 1}` : `at=${encodeURIComponent(pointer)}`;
  return `/sboms/${sbomId}/source?${query}#place`;
}

/** The dependencies of a node; those of the subject without one. */
export function dependenciesHref(sbomId: string, node?: number): string {
  return `/sboms/${sbomId}/dependencies${node === undefined ? "" : `?at=${node}`}`;
}

/** What fits into two lines of the table; pages of components and the JSON have the whole. */
const MAX_PURL_LENGTH = 70;

/** A package URL without its qualifiers, which are often longer than all the rest. */
export function shortPurl(purl: string): string {
  const [name = ""] = purl.split(/[?#]/, 1);
  return name.length > MAX_PURL_LENGTH ? `${name.slice(0, MAX_PURL_LENGTH - 1)}…` : name;
}
