import { Pager } from "../../parts/pager.tsx";
import { listHref, pageCount, type ListPosition } from "./list-position.ts";

/** Links to the pages before and after this one of a long list. */
export function ListPager({ label, path, list }: { label: string; path: string; list: ListPosition }) {
  const last = pageCount(list);
  const entry = (page: number) => ({ href: listHref(path, list, page), text: `Page ${page} of ${last}` });
  return (
    <Pager
      label={label}
      previous={list.page > 1 ? entry(Math.min(list.page - 1, last)) : undefined}
      next={list.page < last ? entry(list.page + 1) : undefined}
    />
  );
}

/** Which items of how many are shown, in words. */
export function ListSummary({ list, noun }: { list: ListPosition; noun: string }) {
  const { page, perPage, search, total } = list;
  const found =
    search === "" ? `${formatCount(total)} ${noun}` : `${formatCount(total)} ${noun} with “${search}” in their name`;
  const first = (page - 1) * perPage + 1;
  const shown =
    total > perPage && first <= total
      ? `, ${formatCount(first)} to ${formatCount(Math.min(page * perPage, total))} shown`
      : "";
  return <p class="list-summary">{`${found}${shown}.`}</p>;
}

/** A number with its thousands apart: `10,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}
