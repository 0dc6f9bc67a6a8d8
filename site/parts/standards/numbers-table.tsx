import type { NumberEntry, Phase, VersionEntry } from "../../standards-index.ts";
import { DataTable, type Column } from "../data-table.tsx";
import { DateText } from "../date-text.tsx";
import { PhaseMark } from "./phase-mark.tsx";
import { readSort, sortLink, sortRows } from "../sort-order.ts";

const SORT_KEYS = ["number", "title"] as const;

/** Where the table is, with what it is narrowed to, and how it is sorted: the value of `?sort=`. */
export interface NumbersSorting {
  readonly href: string;
  readonly sort: string | undefined;
}

function columns({ href, sort }: NumbersSorting): readonly Column[] {
  const order = readSort(sort, SORT_KEYS);
  return [
    { title: "Number", sort: sortLink(href, "number", order) },
    { title: "Title", wide: true, sort: sortLink(href, "title", order) },
    { title: "Draft" },
    { title: "Effective" },
    { title: "Deprecated" },
  ];
}

function sortValue({ id, title }: NumberEntry, key: (typeof SORT_KEYS)[number]): string {
  return key === "number" ? id : title;
}

/** One row per number: its title, and its versions in the column of what they are today. */
export function NumbersTable(props: {
  caption: string;
  numbers: readonly NumberEntry[];
  today: string;
  sorting: NumbersSorting;
}) {
  const numbers = sortRows(props.numbers, readSort(props.sorting.sort, SORT_KEYS), sortValue);
  return (
    <DataTable
      class="numbers-table"
      stacks
      caption={props.caption}
      columns={columns(props.sorting)}
      rows={numbers.map((number) => ({
        id: number.id,
        cells: [
          <a class="number-link" href={number.href}>
            {number.id}
          </a>,
          <NumberTitle number={number} />,
          versions(number, ["draft"], props.today),
          versions(number, ["effective"], props.today),
          versions(number, ["deprecated", "rejected"], props.today),
        ],
      }))}
    />
  );
}

function NumberTitle({ number }: { number: NumberEntry }) {
  return (
    <>
      <a class="title-link" href={number.current.href}>
        {number.title}
      </a>
      {number.versions
        .filter(({ phase }) => phase === "unstated")
        .map(({ href, label }) => (
          <span class="supplement-line">
            <a href={href}>{label}</a> <PhaseMark phase="unstated" />
          </span>
        ))}
      {number.supplements.map(({ href, document, label }) => (
        <span class="supplement-line">
          <a href={href}>Supplement {label}</a>: {withoutPrefix(document.title, number.title)}
        </span>
      ))}
    </>
  );
}

/** Titles of supplements usually repeat the title of their standard. */
function withoutPrefix(title: string, prefix: string): string {
  return title.startsWith(`${prefix}: `) ? title.slice(prefix.length + 2) : title;
}

function versions(number: NumberEntry, phases: readonly Phase[], today: string) {
  const members = number.versions.filter(({ phase }) => phases.includes(phase));
  if (members.length === 0) return null;
  return (
    <ul class="version-list">
      {members.map((entry) => (
        <li>
          <PhaseMark phase={entry.phase} bare /> <a href={entry.href}>{entry.label}</a>
          <Change entry={entry} today={today} />
        </li>
      ))}
    </ul>
  );
}

/** The dates that the overview must not hide: in force only from a day, or only until one. */
function Change({ entry: { document, phase }, today }: { entry: VersionEntry; today: string }) {
  if (phase !== "effective") return null;
  const { stabilizedAt, deprecatedAt } = document;
  if (stabilizedAt !== undefined && stabilizedAt > today) {
    return (
      <small>
        from <DateText date={stabilizedAt} />
      </small>
    );
  }
  if (deprecatedAt === undefined) return null;
  return (
    <small>
      until <DateText date={deprecatedAt} />
    </small>
  );
}
