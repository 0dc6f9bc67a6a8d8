import type { Child } from "hono/jsx";
import type { HtmlEscapedString } from "hono/utils/html";

import { rebaseLinks } from "#core/standards/history/rebase-links.ts";

import { ASSETS } from "./compiled/asset-names.js";
import type { Section } from "./navigation.ts";
import { STATED_ROOTS, type StatedSite } from "./page-state.ts";
import { Breadcrumb, type Crumb } from "./parts/frame/breadcrumb.tsx";
import { DemoBanner } from "./parts/frame/demo-mark.tsx";
import { Footer } from "./parts/frame/footer.tsx";
import { PageHeader } from "./parts/frame/page-header.tsx";
import { StateBanner } from "./parts/frame/state-banner.tsx";
import { TopBar } from "./parts/frame/top-bar.tsx";

/** What every page says about itself and puts into the frame. */
export interface PageProps {
  readonly site: StatedSite;
  /** Canonical path of the page, with leading slash. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description?: string | undefined;
  readonly section: Section;
  /** From the home page (not named) to this page. */
  readonly breadcrumb?: readonly Crumb[];
  /** Head of the page with its `h1`; a `PageHeader` with the title where absent. */
  readonly header?: Child;
  /** Left column: `StandardsTree` or another list of siblings. */
  readonly tree?: Child;
  /** Right column, under the title on narrow screens: `TableOfContents` or facts. */
  readonly aside?: Child;
  /** The page shows data of demo accounts. */
  readonly demo?: boolean;
  /** Previews, error pages and search results stay out of search engines. */
  readonly noindex?: boolean;
  /** The same facts for machines. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[];
  /** Address of the picture for link previews; the one of the site where absent. */
  readonly picture?: string;
  /** Short name that stands on every printed page. */
  readonly printMark?: string;
  /** Style sheets and scripts of this page alone. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

/** The whole page as text: doctype, head, frame and content. The same props always give the same bytes. */
export function renderPage(props: PageProps): string {
  const { state } = props.site;
  const page = (
    <html lang="en">
      <Head {...props} />
      <body>
        <a class="skip-link" href="#content">
          Skip to content
        </a>
        <TopBar site={props.site} section={props.section} />
        {props.site.notice === undefined ? null : <SiteNotice text={props.site.notice} />}
        {state === undefined ? null : <StateBanner state={state} path={props.path} />}
        <Frame {...props} />
        {props.printMark === undefined ? null : (
          <p class="print-mark" aria-hidden="true">
            {props.printMark}
          </p>
        )}
        <Footer site={props.site} />
      </body>
    </html>
  );
  const html = `<!doctype html>\n${toHtml(page)}\n`;
  return state === undefined ? html : rebaseLinks(html, state.base, STATED_ROOTS);
}

/** No part of the site is asynchronous: pages are pure functions of their data. */
function toHtml(element: HtmlEscapedString | Promise<HtmlEscapedString>): string {
  if (element instanceof Promise) throw new TypeError("a page template must not be asynchronous");
  return element.toString();
}

function SiteNotice({ text }: { text: string }) {
  return (
    <aside class="site-notice" aria-label="About this site">
      <p>{text}</p>
    </aside>
  );
}

function Head(props: PageProps) {
  const isHome = props.path === "/";
  const title = isHome ? props.site.title : `${props.title} · ${props.site.name}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {props.description === undefined ? null : <meta name="description" content={props.description} />}
      {props.noindex === true || props.site.state?.kind === "preview" ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={props.path} />
      )}
      <LinkPreview {...props} title={isHome ? props.site.title : props.title} />
      <meta name="color-scheme" content="light dark" />
      <script src={ASSETS["theme.js"]}></script>
      <link rel="stylesheet" href={ASSETS["site.css"]} />
      {props.styles?.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      <link rel="icon" href={ASSETS["favicon.svg"]} type="image/svg+xml" />
      {props.alternates?.map(({ type, href, title }) => (
        <link rel="alternate" type={type} href={href} title={title} />
      ))}
      <script src={ASSETS["site.js"]} type="module"></script>
      {props.scripts?.map((src) => (
        <script src={src} type="module"></script>
      ))}
    </head>
  );
}

/** What chat programs and social networks show of a link; workers/http/page-response.ts makes the addresses absolute. */
function LinkPreview({ site, path, title, description, section, picture }: PageProps) {
  return (
    <>
      <meta property="og:type" content={section === "home" ? "website" : "article"} />
      <meta property="og:site_name" content={`${site.community}: ${site.title}`} />
      <meta property="og:title" content={title} />
      {description === undefined ? null : <meta property="og:description" content={description} />}
      <meta property="og:url" content={path} />
      <meta property="og:image" content={picture ?? ASSETS["preview.png"]} />
    </>
  );
}

function Frame(props: PageProps) {
  const columns = `frame${props.tree === undefined ? "" : " has-tree"}${props.aside === undefined ? "" : " has-aside"}`;
  return (
    <div class={columns}>
      {props.tree}
      <main id="content" tabindex={-1}>
        {props.breadcrumb === undefined ? null : <Breadcrumb crumbs={props.breadcrumb} />}
        {props.demo === true ? <DemoBanner /> : null}
        {props.header ?? <PageHeader title={props.title} />}
        {props.aside === undefined ? null : (
          <div class="aside">
            <div class="aside-inner">{props.aside}</div>
          </div>
        )}
        <div class="page-body">{props.children}</div>
      </main>
    </div>
  );
}
