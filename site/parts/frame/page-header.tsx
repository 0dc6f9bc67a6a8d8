import type { Child } from "hono/jsx";

/** The head of a page: where in the work we are (eyebrow), what it is called, what it is in one sentence, and facts. */
export function PageHeader(props: { eyebrow?: Child; title: Child; lead?: Child; children?: Child }) {
  return (
    <header class="page-header">
      {props.eyebrow === undefined ? null : <p class="eyebrow">{props.eyebrow}</p>}
      <h1>{props.title}</h1>
      {props.lead === undefined ? null : <p class="lead">{props.lead}</p>}
      {props.children}
    </header>
  );
}
