/** What publishing makes of a file: its facts, its findings, and its HTML. Pure: the same bytes always give the same. */
import { checkDocument } from "#core/standards/checking/check-document.ts";
import { readDocument, type ParsedDocument } from "#core/standards/documents/read-document.ts";
import { summarizeDocument } from "#core/standards/documents/summarize.ts";
import type { Finding } from "#core/base/finding.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";
import { markRequirements } from "#core/standards/requirements/mark-requirements.ts";
import type { NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { entriesOfScope } from "#core/standards/search/index-scope.ts";
import { wordsOfMarkdown } from "#core/standards/search/index-markdown.ts";
import { searchEntry, type SearchEntry } from "#core/standards/search/search-entry.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import { guideHref, readGuide } from "./guide.ts";
import { newsHref, readNews } from "./news.ts";
import { readProvider } from "./provider.ts";
import { mentionedDocuments, type PublishedDocument } from "./published-document.ts";
import { readRelease } from "./release.ts";
import { readScopeFacts } from "./scope-facts.ts";
import { parseTreeConfig } from "./site-config.ts";
import type { FileKind } from "./tree-layout.ts";

/** A file as it is published. `facts` depend on the kind; see the readers of each. */
export interface RenderedFile {
  readonly facts: unknown;
  readonly toc: readonly TocEntry[];
  readonly findings: readonly Finding[];
  /** What of the file a search can find. */
  readonly search: readonly SearchEntry[];
  /** HTML fragment, for texts. */
  readonly html?: string;
  /** The normative sentences of a document, in the order in which the HTML marks them. */
  readonly requirements?: readonly NormativeSentence[];
}

/** Findings kept per file; the first ones explain the rest. */
const MAX_KEPT_FINDINGS = 200;

/**
 * Reads, checks and renders a file. Faults are findings of a file that is published all the same; only what cannot be
 * read at all is a failure, with the finding that says why.
 */
export function renderFile(kind: FileKind, path: string, bytes: Uint8Array): Result<RenderedFile, Finding> {
  if (kind === "sbom") return success({ facts: {}, toc: [], findings: [], search: [] });
  if (kind === "document" || kind === "release" || kind === "guide" || kind === "news") {
    return renderText(kind, path, bytes);
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return failure(notUtf8(path, decoded.failure.byteOffset));
  const { facts, findings } = readData(kind, path, decoded.value.text);
  const search = kind === "scope" ? entriesOfScope(path, decoded.value.text) : [];
  return success({ facts, toc: [], search, findings: findings.slice(0, MAX_KEPT_FINDINGS) });
}

/** Kinds of files whose Markdown is a page. */
type TextKind = Extract<FileKind, "document" | "release" | "guide" | "news">;

function renderText(kind: TextKind, path: string, bytes: Uint8Array): Result<RenderedFile, Finding> {
  const read = readDocument(path, bytes);
  if (!read.ok) return read;
  const document = read.value;
  const { facts, findings, entry, binds } = TEXT_FACTS[kind](document);
  const search = [searchEntry({ kind, ...entry, ...wordsOfMarkdown(document.markdown()) })];
  // Rendering changes the tree, so it comes last.
  let requirements: readonly NormativeSentence[] = [];
  const { html, toc } = renderMarkdown(document.markdown(), document.text, linkResolver(entry.href), (root) => {
    if (binds) requirements = markRequirements(root);
  });
  return success({ facts, toc, html, search, requirements, findings: findings.slice(0, MAX_KEPT_FINDINGS) });
}

/** What a Markdown file says about itself, and how a search names it. */
interface TextFacts {
  readonly facts: unknown;
  readonly findings: readonly Finding[];
  readonly entry: Pick<SearchEntry, "ref" | "title" | "href">;
  /** Its capitalized key words make demands. */
  readonly binds: boolean;
}

function documentFacts(document: ParsedDocument): TextFacts {
  const facts: PublishedDocument = {
    ...summarizeDocument(document),
    mentions: mentionedDocuments(document.markdown()),
  };
  const { documentId, title } = facts;
  const entry = { ref: documentId, title, href: `/standards/${encodeURIComponent(documentId)}` };
  // Supplements inform (SCS-0001, "Supplement").
  return { facts, findings: checkDocument(document), entry, binds: facts.type !== "Supplement" };
}

function releaseFacts(document: ParsedDocument): TextFacts {
  const { release, findings } = readRelease(document.path, document.markdown());
  const { releaseId, version, title } = release;
  const entry = { ref: version, title, href: `/releases/${encodeURIComponent(releaseId)}` };
  return { facts: release, findings, entry, binds: false };
}

function guideFacts(document: ParsedDocument): TextFacts {
  const { guide, findings } = readGuide(document.path, document.markdown());
  const entry = { ref: guide.guideId, title: guide.title, href: guideHref(guide) };
  return { facts: guide, findings, entry, binds: false };
}

function newsFacts(document: ParsedDocument): TextFacts {
  const { news, findings } = readNews(document.path, document.markdown());
  const entry = { ref: news.date ?? news.newsId, title: news.title, href: newsHref(news) };
  return { facts: news, findings, entry, binds: false };
}

const TEXT_FACTS: Readonly<Record<TextKind, (document: ParsedDocument) => TextFacts>> = {
  document: documentFacts,
  release: releaseFacts,
  guide: guideFacts,
  news: newsFacts,
};

function readData(
  kind: "config" | "scope" | "provider",
  path: string,
  text: string,
): { readonly facts: unknown; readonly findings: readonly Finding[] } {
  switch (kind) {
    case "config": {
      const { config, findings } = parseTreeConfig(text);
      return { facts: config.site, findings };
    }
    case "provider": {
      const { provider, findings } = readProvider(path, text);
      return { facts: provider ?? null, findings };
    }
    case "scope": {
      const { facts, findings } = readScopeFacts(path, text);
      return { facts, findings };
    }
  }
}

const SIBLING = /^(?:\.\/)?([^/?#:]+)\.md(#.*)?$/;

/** Links between files of a folder become links between their pages; `href` is the page of the file. */
function linkResolver(href: string): (url: string) => string {
  const base = href.slice(0, href.lastIndexOf("/"));
  return (url) => {
    const [, name, anchor = ""] = SIBLING.exec(url) ?? [];
    return name === undefined ? url : `${base}/${name}${anchor}`;
  };
}

function notUtf8(path: string, byteOffset: number): Finding {
  const start = { line: 1, column: 1 };
  return {
    ruleId: "file-not-utf8",
    severity: "error",
    message: `The byte at offset ${byteOffset} is not UTF-8: save the file as UTF-8.`,
    place: { path, start, end: start },
    source: { clause: "Stele, files of a tree" },
  };
}
