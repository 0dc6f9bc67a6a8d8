import { jsonWords, type JsonWord } from "#core/base/json/json-words.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";
import type { SourceLine, SourceWindow } from "#core/sboms/checking/source-window.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { Pager } from "../../parts/pager.tsx";
import { formatCount } from "./list-pager.tsx";
import { titleOfSbom } from "./sbom-names.ts";

/** A part of the original text. */
export interface SourcePage {
  readonly site: SiteConfig;
  readonly sbom: SbomDetail;
  readonly window: SourceWindow;
  /** The JSON pointer that was asked for. */
  readonly pointer: string | undefined;
}

/** The page of the original text around a place. */
export function sourcePage({ site, sbom, window, pointer }: SourcePage): string {
  const title = titleOfSbom(sbom);
  const path = `/sboms/${sbom.id}/source`;
  const first = window.lines[0]?.number ?? 1;
  const last = window.lines.at(-1)?.number ?? 1;
  const size = Math.max(1, window.lines.length);
  const isMarked = pointer !== undefined && window.hasPlace;
  return renderPage({
    site,
    path,
    title: `Source of ${title}`,
    section: "sboms",
    demo: sbom.isDemo,
    noindex: true,
    breadcrumb: [{ href: "/sboms", text: "SBOMs" }, { href: `/sboms/${sbom.id}`, text: title }, { text: "Source" }],
    styles: [ASSETS["sboms.css"]],
    header: (
      <PageHeader eyebrow={title} title="Source">
        <p class="lead">
          Lines {formatCount(first)} to {formatCount(last)} of {formatCount(window.totalLines)}
          {isMarked ? (
            <>
              , with <code>{pointer}</code>
            </>
          ) : null}
          . <a href={`/sboms/${sbom.id}/raw`}>Download the original</a>
        </p>
      </PageHeader>
    ),
    children: [
      window.hasPlace ? null : (
        <Notice tone="warning">
          <p>
            There is no {pointer === undefined ? "such line" : <code>{pointer}</code>} in this document; its beginning
            is shown.
          </p>
        </Notice>
      ),
      <div class="source" role="region" aria-label="Source text" tabindex={0}>
        <table role="presentation">
          <tbody>{linesOf(window, isMarked)}</tbody>
        </table>
      </div>,
      <Pager
        label="Parts of the source"
        previous={
          first > 1
            ? {
                href: `${path}?line=${Math.max(1, first - size)}`,
                text: `from line ${formatCount(Math.max(1, first - size))}`,
              }
            : undefined
        }
        next={
          last < window.totalLines
            ? { href: `${path}?line=${last + 1}`, text: `from line ${formatCount(last + 1)}` }
            : undefined
        }
      />,
    ],
  });
}

function linesOf({ lines }: SourceWindow, isMarked: boolean) {
  // The fragment of the links leads to the first marked line, or to the line that was asked for.
  const target = isMarked ? lines.findIndex(({ marked }) => marked !== "") : 0;
  return lines.map((line, index) => <Line line={line} isTarget={index === target} />);
}

function Line({ line, isTarget }: { line: SourceLine; isTarget: boolean }) {
  const { number, before, marked, after, isCutBefore, isCutAfter } = line;
  return (
    <tr id={isTarget && marked === "" ? "place" : undefined}>
      <td class="source-number">{number}</td>
      <td class="source-text">
        {isCutBefore ? <Cut /> : null}
        <Words text={before} />
        {marked === "" ? null : (
          <mark id={isTarget ? "place" : undefined}>
            <Words text={marked} />
          </mark>
        )}
        <Words text={after} />
        {isCutAfter ? <Cut /> : null}
      </td>
    </tr>
  );
}

const CLASSES: Record<JsonWord["kind"], string | undefined> = {
  name: "hljs-attr",
  string: "hljs-string",
  number: "hljs-number",
  literal: "hljs-literal",
  text: undefined,
};

function Words({ text }: { text: string }) {
  return (
    <>
      {jsonWords(text).map(({ kind, text: word }) =>
        CLASSES[kind] === undefined ? word : <span class={CLASSES[kind]}>{word}</span>,
      )}
    </>
  );
}

/** The line goes on, but is not shown. */
function Cut() {
  return <span class="source-cut">…</span>;
}
