/** The HTTP surface as data: from it come the table of addresses that the worker mounts, `/openapi.json` and `/docs/api`. */

/** Who may ask. Tokens go as `Authorization: Bearer`, or as password of HTTP Basic. */
export type Caller = "anybody" | "account" | "read_any" | "approve" | "operator";

/** The folders below `workers/` that answer. */
export type Slice =
  | "accounts"
  | "badges"
  | "certificates"
  | "checks"
  | "clouds"
  | "credentials"
  | "docs"
  | "monitor"
  | "notifications"
  | "pages"
  | "publishing"
  | "reports"
  | "sboms";

/**
 * How long caches may keep an answer: `never`; for a `moment`, as a redirect that nobody dated; a `minute` at most; five `minutes`
 * (badges for longer where we cannot be asked); a `day` at most; `forever`, as its address names its bytes. None is kept beyond the next
 * known change of what it says.
 */
export type Caching = "never" | "moment" | "minute" | "minutes" | "day" | "forever";

/** A parameter of the query. */
export interface QueryParameter {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly string[];
  readonly isRequired?: boolean;
}

/** A body by media type, without parameters: a name under `components/schemas`, or `text` for everything that is not JSON. */
export type Content = Readonly<Record<string, string>>;

/** An answer other than a problem. */
export interface Answer {
  readonly text: string;
  readonly content?: Content;
}

/** One thing that can be asked for. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete" | "options";
  /** Path template of OpenAPI; the parameters are described in `parameters.ts`. */
  readonly path: string;
  /** The mounted routes behind it, in the words of the router, without the method. */
  readonly routes: readonly string[];
  readonly summary: string;
  readonly details?: string;
  readonly caller?: Caller;
  /** Where another slice than that of its group answers. */
  readonly slice?: Slice;
  /** Where it is not `minute` for what anybody may read, and `never` for the rest. */
  readonly caching?: Caching;
  readonly query?: readonly QueryParameter[];
  readonly body?: { readonly text: string; readonly content: Content };
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Problems (RFC 9457) by status, each with its cause. */
  readonly problems?: Readonly<Record<number, string>>;
  /** Exists below `/as-of/{date}` and `/preview/{snapshot}` too. */
  readonly inStates?: boolean;
}

/** Operations that belong together. */
export interface OperationGroup {
  readonly name: string;
  readonly text: string;
  /** The folder below `workers/` that answers, where an operation does not say otherwise. */
  readonly slice: Slice;
  readonly operations: readonly Operation[];
}

/** Media types that recur, without their parameters. */
export const MEDIA = {
  html: "text/html",
  json: "application/json",
  jsonLd: "application/ld+json",
  atom: "application/atom+xml",
  markdown: "text/markdown",
  text: "text/plain",
  svg: "image/svg+xml",
  png: "image/png",
} as const;

/** Something to read, for anybody. `routes` is left out where the router writes the path like OpenAPI. */
export function read(
  path: string,
  summary: string,
  content: Content,
  more: Partial<Omit<Operation, "method" | "path" | "summary">> = {},
): Operation {
  const { routes = [path.replace(/\{(\w+)\}/g, ":$1")], answers = {}, ...rest } = more;
  return {
    method: "get",
    path,
    routes,
    summary,
    answers: { 200: { text: "What was asked for.", content }, ...answers },
    ...rest,
  };
}

/** A page of the site. */
export function page(
  path: string,
  summary: string,
  more: Partial<Omit<Operation, "method" | "path" | "summary">> = {},
): Operation {
  return read(path, summary, { [MEDIA.html]: "text" }, more);
}
