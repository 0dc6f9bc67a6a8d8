import type { Child } from "hono/jsx";

/** One column; numbers stand right, text left. */
export interface Column {
  readonly title: Child;
  readonly align?: "number";
  /** Address that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly current?: "ascending" | "descending" | undefined };
  /** The column may wrap and takes the room that the others leave. */
  readonly wide?: boolean;
}

/** One row; `id` makes it a target of links. The first cell is the header of the row. */
export interface Row {
  readonly id?: string;
  /** A row that belongs to the one above it. */
  readonly isSub?: boolean;
  readonly cells: readonly Child[];
}

/**
 * A table in a region that scrolls sideways and can take the focus, with its caption as accessible name. An empty cell
 * (`null`) shows a dash and says "none".
 */
export function DataTable(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** The caption is seen, not only heard. */
  showCaption?: boolean;
}) {
  return (
    <div class="table-scroll" role="region" aria-label={props.caption} tabindex={0}>
      <table class="data-table">
        <caption class={props.showCaption === true ? undefined : "hidden-text"}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" class={columnClass(column)} aria-sort={column.sort?.current}>
                {column.sort === undefined ? column.title : <a href={column.sort.href}>{column.title}</a>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <TableRow row={row} columns={props.columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  return (
    <tr id={row.id} class={row.isSub === true ? "sub-row" : undefined}>
      {row.cells.map((cell, index) =>
        index === 0 ? (
          <th scope="row" class={columnClass(columns[index])}>
            {cell}
          </th>
        ) : (
          <td class={columnClass(columns[index])}>{cell ?? <EmptyCell />}</td>
        ),
      )}
    </tr>
  );
}

/** A dash for the eye, a word for the ear. */
export function EmptyCell() {
  return (
    <>
      <span class="empty-cell" aria-hidden="true">
        –
      </span>
      <span class="hidden-text">none</span>
    </>
  );
}

function columnClass(column: Column | undefined): string | undefined {
  if (column?.align === "number") return "number";
  return column?.wide === true ? "wide" : undefined;
}
