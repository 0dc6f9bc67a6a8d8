import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

import { anything, dictionary, object, optional, text, type Shape } from "#core/base/stored/shape.ts";
import { DEFAULT_TREE_CONFIG } from "#core/standards/publishing/site-config.ts";
import { problemPage } from "#site/pages/problem.tsx";

/** The body of an HTTP error, RFC 9457 `application/problem+json`. */
export interface Problem {
  readonly status: ContentfulStatusCode;
  /** Short and the same for every occurrence: "Body too large". */
  readonly title: string;
  /** What happened this time and what to do now. Never an internal message. */
  readonly detail: string;
  /** Page that explains the kind of problem; `about:blank` when the status says it all. */
  readonly type?: string;
  /** Further members, for example `findings` or `limitBytes`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A status that says that something went wrong. */
const status: Shape<Problem["status"]> = {
  mismatch(value) {
    const isError = typeof value === "number" && value >= 400 && value <= 599;
    return isError ? undefined : { pointer: "", expected: "the status of an error" };
  },
};

/** A problem that was kept to be told later. */
export const storedProblem: Shape<Problem> = object<Problem>({
  status,
  title: text,
  detail: text,
  type: optional(text),
  extensions: optional(dictionary(anything)),
});

/** Answer a request with a problem. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const { status, title, detail, type = "about:blank", extensions = {} } = problem;
  return new Response(JSON.stringify({ type, title, status, detail, ...extensions }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** 401 with the challenge that clients such as curl expect. */
export function unauthorized(detail: string): Response {
  return problemResponse(
    { status: 401, title: "Unauthorized", detail },
    { "www-authenticate": 'Basic realm="Stele", charset="UTF-8", Bearer realm="Stele"' },
  );
}

/** The last resort: our own bug. Says nothing about the inside; people get a page, programs a problem. */
export function internalError(context: Context): Response {
  const problem: Problem = {
    status: 500,
    title: "Internal error",
    detail: "The server failed on its own account; nothing was changed by this request. Please try again later.",
  };
  if (!prefersHtml(context)) return problemResponse(problem);
  // The storage may be what failed, so the page does with what needs none.
  const html = problemPage({ ...problem, site: DEFAULT_TREE_CONFIG.site, path: context.req.path });
  return new Response(html, {
    status: problem.status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Browsers name HTML when they open a page; scripts, curl and feed readers do not. */
function prefersHtml(context: Context): boolean {
  return (
    (context.req.method === "GET" || context.req.method === "HEAD") &&
    /\btext\/html\b/.test(context.req.header("accept") ?? "")
  );
}
