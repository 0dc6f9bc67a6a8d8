import type { Child } from "hono/jsx";

/** One column; numbers stand right, text left. */
export interface Column {
  readonly title: Child;
  readonly align?: "number";
  /** Address that sorts by this column, and how it is sorted now. */
  readonly sort?: {
    readonly href: string;
    readonly current?: "ascending" | "descending" | undefined;
    /** `nofollow` where robots would only load a long list again and again. */
    readonly rel?: "nofollow";
  };
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

/** What a table shows and how. */
export interface DataTableProps {
  /** The accessible name. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The caption is seen, not only heard. */
  readonly showCaption?: boolean;
  /** Class for the layout of one kind of table. */
  readonly class?: string;
  /** On a phone, rows become blocks instead of scrolling sideways. */
  readonly stacks?: boolean;
}

/**
 * A table in a region that scrolls sideways and can take the focus, with its caption as accessible name. An empty cell
 * (`null`) shows a dash and says "none".
 */
export function DataTable(props: DataTableProps) {
  // Browsers forget that a table is one when its rows are laid out as blocks; the roles remind them.
  const role = (name: string) => (props.stacks === true ? name : undefined);
  const kind = ["data-table", props.class, role("stacks")].filter((name) => name !== undefined).join(" ");
  return (
    <div class="table-scroll" role="region" aria-label={props.caption} tabindex={0}>
      <table class={kind} role={role("table")}>
        <caption class={props.showCaption === true ? undefined : "hidden-text"}>{props.caption}</caption>
        <thead role={role("rowgroup")}>
          <tr role={role("row")}>
            {props.columns.map((column) => (
              <th scope="col" role={role("columnheader")} class={columnClass(column)} aria-sort={column.sort?.current}>
                {column.sort === undefined ? (
                  column.title
                ) : (
                  <a href={column.sort.href} rel={column.sort.rel}>
                    {column.title}
                  </a>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role("rowgroup")}>
          {props.rows.map((row) => (
            <TableRow row={row} columns={props.columns} role={role} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow(props: { row: Row; columns: readonly Column[]; role: (name: string) => string | undefined }) {
  const { row, columns, role } = props;
  return (
    <tr id={row.id} role={role("row")} class={row.isSub === true ? "sub-row" : undefined}>
      {row.cells.map((cell, index) =>
        index === 0 ? (
          <th scope="row" role={role("rowheader")} class={columnClass(columns[index])}>
            {cell}
          </th>
        ) : (
          <td role={role("cell")} class={columnClass(columns[index])}>
            {cell ?? <EmptyCell />}
          </td>
        ),
      )}
    </tr>
  );
}

/** A dash for the eye, a word for the ear. */
function EmptyCell() {
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
