import type { PageState } from "../../page-state.ts";
import { DateText } from "../date-text.tsx";

/** Says on every page of another state which one it is, and leads to the current page. */
export function StateBanner({ state, path }: { state: PageState; path: string }) {
  return (
    <aside class="site-notice" aria-label="State of this page">
      {state.kind === "past" ? (
        <p>
          As it stood on <DateText date={state.date} />. This page does not change any more.{" "}
          <a rel="latest-version" href={path}>
            Today’s page
          </a>{" "}
          · <a href="/as-of">Other days</a>
        </p>
      ) : (
        <p>
          Preview of a state that is not published.{" "}
          <a rel="latest-version" href={path}>
            Published page
          </a>
        </p>
      )}
    </aside>
  );
}
