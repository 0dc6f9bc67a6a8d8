import type { Child } from "hono/jsx";

import { Slab } from "./frame/slab.tsx";

/** Stands where a list would stand: says that there is nothing yet, why, and what would put something there. */
export function EmptyState(props: { title: string; children?: Child }) {
  return (
    <div class="empty-state">
      <Slab />
      <p class="empty-title">{props.title}</p>
      {props.children === undefined ? null : <div>{props.children}</div>}
    </div>
  );
}
