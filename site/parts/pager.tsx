/** A neighbor in reading order. */
export interface Neighbor {
  readonly href: string;
  readonly text: string;
}

/** Links to the previous and the next page of a sequence; nothing where there is neither. */
export function Pager(props: { label: string; previous?: Neighbor | undefined; next?: Neighbor | undefined }) {
  if (props.previous === undefined && props.next === undefined) return null;
  return (
    <nav class="pager" aria-label={props.label}>
      {props.previous === undefined ? null : (
        <a class="pager-previous" rel="prev" href={props.previous.href}>
          <span>Previous</span> {props.previous.text}
        </a>
      )}
      {props.next === undefined ? null : (
        <a class="pager-next" rel="next" href={props.next.href}>
          <span>Next</span> {props.next.text}
        </a>
      )}
    </nav>
  );
}
