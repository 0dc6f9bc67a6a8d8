import type { Context } from "hono";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";
import { secondsUntil } from "#core/base/time/seconds-until.ts";
import type { StatedSite } from "#site/page-state.ts";
import { monitorViewPage } from "#site/pages/monitor/monitor-view.tsx";

import { cachedResponse } from "./caching.ts";
import { problemResponse } from "./problem.ts";

/** The forms of the monitor's views: Markdown, the HTML it makes, and that HTML as a page. */
export type MonitorView = "markdown" | "fragment" | "page";

const MAX_AGE_SECONDS = 60;

/** Whether the first segment of an address names a form. */
export function isMonitorView(name: string): name is MonitorView {
  return name === "markdown" || name === "fragment" || name === "page";
}

/** What is shown. */
export interface MonitorViewContent {
  readonly view: string;
  readonly site: StatedSite;
  readonly title: string;
  readonly markdown: string;
  /** What `viewHtml` makes of it, where that is known already. */
  readonly html?: string;
  readonly isDemo: boolean;
  readonly nextChange: Date | undefined;
  readonly now: Date;
}

/** The HTML of a view, which passes the sanitizer like every document. */
export function viewHtml(markdown: string): string {
  return renderMarkdown(parseMarkdown(markdown), markdown, (url) => url).html;
}

/** Answers with a view in the form that was asked for. */
export function monitorView(context: Context, content: MonitorViewContent): Promise<Response> {
  const { view, site, title, markdown, isDemo, nextChange, now } = content;
  const isMarkdown = view === "markdown";
  const html = isMarkdown ? "" : (content.html ?? viewHtml(markdown));
  const page = { site, path: context.req.path, title, html, isDemo };
  return cachedResponse(context.req.raw, {
    body: isMarkdown ? markdown : view === "fragment" ? html : monitorViewPage(page),
    contentType: isMarkdown ? "text/markdown; charset=utf-8" : "text/html; charset=utf-8",
    maxAgeSeconds: secondsUntil(nextChange, now, MAX_AGE_SECONDS),
    headers: { "access-control-allow-origin": "*" },
  });
}

/** The monitor's answer to a form that it does not have. */
export function unknownView(name: string): Response {
  const detail = `There is no view \`${name}\`; there are \`page\`, \`fragment\` and \`markdown\`.`;
  return problemResponse({ status: 422, title: "Unknown view", detail });
}
