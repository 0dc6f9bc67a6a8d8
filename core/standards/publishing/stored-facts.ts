/** What is stored of each kind of published file, and the proof of what comes back from the store. */
import {
  anything,
  dictionary,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  type Shape,
} from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";

import type { Guide } from "./guide.ts";
import type { News } from "./news.ts";
import type { Provider } from "./provider.ts";
import type { PublishedDocument } from "./published-document.ts";
import type { Redirect } from "./redirects.ts";
import type { Release, ReleaseComponent } from "./release.ts";
import type { Inclusion, ScopeFacts } from "./scope-facts.ts";
import type { SiteConfig, Track } from "./site-config.ts";
import type { FileKind } from "./tree-layout.ts";

/** What is known of a published file without its bytes, by its kind. */
export interface FactsOf extends Record<FileKind, unknown> {
  /** An older Stele knew fewer settings; the defaults stand in for them. */
  readonly config: Partial<SiteConfig>;
  readonly document: PublishedDocument;
  readonly scope: ScopeFacts;
  readonly release: Release;
  /** Its bytes are checked where they are uploaded. */
  readonly sbom: Readonly<Record<string, unknown>>;
  /** Null where its faults leave nothing to show. */
  readonly provider: Provider | null;
  readonly guide: Guide;
  readonly news: News;
}

const texts = list(text);

const config = object<Partial<SiteConfig>>({
  name: optional(text),
  community: optional(text),
  title: optional(text),
  description: optional(text),
  address: optional(text),
  repository: optional(text),
  notice: optional(text),
  timeZone: optional(text),
  tracks: optional(list(object<Track>({ id: text, digit: number, description: text }))),
  redirects: optional(list(object<Redirect>({ from: text, to: text }))),
  badgeLabels: optional(texts),
  renewalWindowDays: optional(number),
});

/** The facts of a document, as far as pages of its history need them. */
export const documentFacts: Shape<PublishedDocument> = object<PublishedDocument>({
  documentId: text,
  number: optional(text),
  series: optional(oneOf("v", "w")),
  version: optional(number),
  title: text,
  description: optional(text),
  type: optional(oneOf("Standard", "Procedural", "Decision Record", "Supplement")),
  status: optional(oneOf("Draft", "Stable", "Deprecated", "Rejected")),
  track: optional(text),
  stabilizedAt: optional(text),
  deprecatedAt: optional(text),
  rejectedAt: optional(text),
  replaces: texts,
  replacedBy: texts,
  supplements: texts,
  mentions: optional(texts),
});

const scope = object<ScopeFacts>({
  alias: text,
  uuid: optional(text),
  name: text,
  documentIds: optional(texts),
  inclusions: optional(list(object<Inclusion>({ documentId: text, versions: texts, testcaseCount: number }))),
});

const release = object<Release>({
  releaseId: text,
  title: text,
  version: text,
  releasedAt: optional(text),
  description: optional(text),
  sbom: optional(text),
  components: list(object<ReleaseComponent>({ name: text, version: text, layer: optional(text) })),
});

type NamedPublisher = NonNullable<Provider["provider"]["sboms"]>[number];
type Offering = Provider["offerings"][number];

const provider = object<Provider>({
  provider: object<Provider["provider"]>({
    id: text,
    name: text,
    url: optional(text),
    demo: optional(flag),
    sboms: optional(list(object<NamedPublisher>({ serial_number: text, account: text }))),
    badge_labels: optional(texts),
  }),
  offerings: list(
    object<Offering>({
      name: text,
      description: optional(text),
      subjects: texts,
      certified: optional(texts),
      scopes: optional(texts),
      regions: optional(texts),
      links: optional(list(object<NonNullable<Offering["links"]>[number]>({ rel: text, href: text }))),
    }),
  ),
});

/** What the facts of each kind of file look like. */
const FACTS: { readonly [Kind in FileKind]: Shape<FactsOf[Kind]> } = {
  config,
  document: documentFacts,
  scope,
  release,
  sbom: dictionary(anything),
  provider: nullable(provider),
  guide: object<Guide>({
    guideId: text,
    title: text,
    description: optional(text),
    position: optional(number),
  }),
  news: object<News>({
    newsId: text,
    title: text,
    date: optional(text),
    description: optional(text),
    authors: optional(texts),
  }),
};

/** The kinds of files, as rows name them. */
export const fileKind: Shape<FileKind> = oneOf(
  "config",
  "document",
  "scope",
  "release",
  "sbom",
  "provider",
  "guide",
  "news",
);

/** A table of contents. */
export const tableOfContents: Shape<readonly TocEntry[]> = list(object<TocEntry>({ depth: number, id: text, text }));

/** The facts of a file, of the JSON text that the store has. `what` names it; throws a `DamagedStore`. */
export function readFacts<Kind extends FileKind>(kind: Kind, what: string, json: string): FactsOf[Kind] {
  return readStoredJson<FactsOf[Kind]>(what, FACTS[kind], json);
}
