import { Pager } from "../../parts/pager.tsx";
import { isNarrowed, listHref, pageCount, type ListPosition } from "./list-position.ts";

/** Links to the pages before and after this one of a long list; `fragment` names the list on its page, with `#`. */
export function ListPager(props: { label: string; path: string; list: ListPosition; fragment?: string }) {
  const { label, path, list, fragment = "" } = props;
  const last = pageCount(list);
  const entry = (page: number) => ({ href: listHref(path, list, page) + fragment, text: `Page ${page} of ${last}` });
  return (
    <Pager
      label={label}
      previous={list.page > 1 ? entry(Math.min(list.page - 1, last)) : undefined}
      next={list.page < last ? entry(list.page + 1) : undefined}
    />
  );
}

/** Which items of how many are shown, in words. */
export function ListSummary({ list, noun, path }: { list: ListPosition; noun: string; path: string }) {
  const { page, perPage, total } = list;
  const first = (page - 1) * perPage + 1;
  const isPart = total > perPage && first <= total;
  return (
    <p class="list-summary" role="status">
      {formatCount(total)} {noun}
      {isNarrowed(list) ? " found" : ""}
      {isPart ? `, ${formatCount(first)} to ${formatCount(Math.min(page * perPage, total))} shown` : ""}.{" "}
      {isNarrowed(list) ? <a href={path}>Show all</a> : null}
    </p>
  );
}

/** A number with its thousands apart: `10,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/** A number and what is counted: `1 component`, `10,000 components`. */
export function countOf(count: number, singular: string, plural: string = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
