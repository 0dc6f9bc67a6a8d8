import type { ComponentRecord, SbomDetail } from "#core/sboms/records/sbom-record.ts";
import type { ComponentsSummary } from "#core/sboms/records/summarize-components.ts";

import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { sortLink, type SortOrder } from "../../parts/sort-order.ts";
import { FilterForm, type FilterField, type FilterOption } from "./filter-form.tsx";
import { ListPager, ListSummary } from "./list-pager.tsx";
import { withQuery, type ListPosition } from "./list-position.ts";
import { componentHref, nameOfComponent, shortPurl } from "./sbom-names.ts";

/** What the table of components can be sorted by. */
export type ComponentColumn = "name" | "version" | "type" | "license" | "purl";

/** One page of the components of an SBOM. */
export interface ComponentsProps {
  readonly sbom: SbomDetail;
  readonly components: readonly ComponentRecord[];
  readonly summary: ComponentsSummary;
  readonly list: ListPosition;
  readonly order: SortOrder<ComponentColumn> | undefined;
}

const COLUMNS: readonly { readonly key: ComponentColumn; readonly title: string; readonly wide?: boolean }[] = [
  { key: "name", title: "Component", wide: true },
  { key: "version", title: "Version" },
  { key: "type", title: "Type" },
  { key: "license", title: "License", wide: true },
  { key: "purl", title: "Package URL", wide: true },
];

/** The table of components with its search, filters, order and pages: everything is an address. */
export function Components(props: ComponentsProps) {
  const { sbom, components, summary, list } = props;
  const path = `/sboms/${sbom.id}`;
  return (
    <section aria-labelledby="components">
      <h2 id="components">Components</h2>
      {sbom.componentCount === 0 ? (
        <EmptyState title="No components">
          <p>The document lists none.</p>
        </EmptyState>
      ) : (
        <>
          <FilterForm
            action={`${path}#components`}
            label="Name or package URL"
            fields={fieldsOf(summary)}
            values={list.filters}
          />
          <ListSummary list={list} noun={list.total === 1 ? "component" : "components"} path={`${path}#components`} />
          {components.length === 0 ? null : (
            <DataTable
              caption="Table of components"
              columns={columnsOf(props)}
              rows={components.map((component) => componentRow(component, sbom.id))}
              class="component-table"
              stacks
            />
          )}
          <ListPager label="Pages of the components" path={path} list={list} fragment="#components" />
        </>
      )}
    </section>
  );
}

function columnsOf({ sbom, list, order }: ComponentsProps): readonly Column[] {
  const { sort: _sort, ...filters } = list.filters;
  const base = withQuery(`/sboms/${sbom.id}`, filters);
  return COLUMNS.map(({ key, title, wide = false }) => {
    const { href, ...sort } = sortLink(base, key, order);
    return { title, wide, sort: { href: `${href}#components`, rel: "nofollow", ...sort } };
  });
}

function fieldsOf({ types, licenses, unlicensed, ecosystems, withoutPurl }: ComponentsSummary): readonly FilterField[] {
  const offer = (any: string, values: readonly (readonly [string, number])[], none?: FilterOption): FilterOption[] => [
    ["", any],
    ...values.map(([value]) => [value, value] as const),
    ...(none === undefined ? [] : [none]),
  ];
  return [
    { name: "type", label: "Type", options: offer("Any type", types) },
    {
      name: "license",
      label: "License",
      options: offer("Any license", licenses, unlicensed === 0 ? undefined : ["none", "No license said"]),
    },
    {
      name: "ecosystem",
      label: "Ecosystem",
      options: offer("Any ecosystem", ecosystems, withoutPurl === 0 ? undefined : ["none", "No package URL"]),
    },
  ];
}

function componentRow(component: ComponentRecord, sbomId: string): Row {
  const { number, type, version, purl, licenses } = component;
  return {
    id: `component-${number}`,
    cells: [
      <a href={componentHref(sbomId, number)}>{nameOfComponent(component)}</a>,
      version === undefined || version === "" ? null : version,
      type,
      licenses.length === 0 ? null : licenses.join(", "),
      purl === undefined ? null : <code>{shortPurl(purl)}</code>,
    ],
  };
}
