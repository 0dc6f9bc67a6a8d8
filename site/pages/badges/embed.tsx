import type { BadgeFace } from "#core/badges/face.ts";
import { badgeQuery, type RequestedBadge } from "#core/badges/read-options.ts";
import { addressSegment, badgeSnippets, type Snippet } from "#core/badges/snippets.ts";
import { BAR_STYLES, SEAL_HEIGHT, STYLE_NAMES, type StyleName } from "#core/badges/styles.ts";
import { LANGUAGES, type Language } from "#core/badges/words.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";

/** The page with everything that is needed to show a badge elsewhere. */
export interface EmbedPage {
  readonly site: SiteConfig;
  /** Of this Stele, without trailing slash: copied addresses are absolute. */
  readonly origin: string;
  readonly subject: string;
  readonly cloudName: string;
  readonly isDemo: boolean;
  readonly alias: string;
  readonly scopeName: string;
  readonly face: BadgeFace;
  /** The words that may stand instead of the scope's name. */
  readonly labels: readonly string[];
  readonly options: RequestedBadge;
  readonly format: "svg" | "png";
}

/** How to embed the badge of a cloud: choices, how it looks on light and dark, texts to copy. */
export function embedPage(props: EmbedPage): string {
  const { site, subject, cloudName, isDemo, alias, scopeName } = props;
  const statusPath = `/certification/${addressSegment(subject)}/${addressSegment(alias)}`;
  return renderPage({
    site,
    path: `/badges/${addressSegment(subject)}/${addressSegment(alias)}/embed`,
    title: `Embed the badge of ${cloudName}`,
    description: `Texts to copy for the badge of ${cloudName}: ${scopeName}.`,
    section: "certification",
    demo: isDemo,
    styles: [ASSETS["badges.css"]],
    scripts: [ASSETS["embed.js"]],
    breadcrumb: [
      { href: "/certification", text: "Certification" },
      { href: statusPath, text: cloudName },
      { text: "Badge" },
    ],
    header: (
      <PageHeader
        eyebrow={`${scopeName} · Badge`}
        title={`Embed the badge of ${cloudName}`}
        lead="One line on your page. The badge turns by itself when a result, a date or a decision changes what it says."
      />
    ),
    children: [
      <Choices {...props} />,
      <div id="embed-result">
        <Preview {...props} />
        <Snippets {...props} statusPath={statusPath} />
      </div>,
      <Elsewhere {...props} />,
    ],
  });
}

const STYLE_WORDS: Readonly<Record<StyleName, string>> = {
  flat: "Flat",
  "flat-square": "Flat, square corners",
  plastic: "Plastic",
  "for-the-badge": "Large letters",
  seal: "Certificate seal",
};
const LANGUAGE_WORDS: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };
const THEME_WORDS = { auto: "Follows the reader", light: "Light pages", dark: "Dark pages" } as const;

/** A form without script: the page that comes back has what was chosen. */
function Choices({ options: { style, theme, language, label, scale }, format, scopeName, labels }: EmbedPage) {
  const others = [...new Set(labels)].filter((words) => words !== scopeName);
  return (
    <form class="embed-choices" method="get" id="embed-choices">
      <Choice name="style" title="Style" chosen={style} words={STYLE_NAMES.map((name) => [name, STYLE_WORDS[name]])} />
      <Choice name="theme" title="Theme" chosen={theme} words={Object.entries(THEME_WORDS)} />
      <Choice
        name="lang"
        title="Language"
        chosen={language}
        words={LANGUAGES.map((name) => [name, LANGUAGE_WORDS[name]])}
      />
      <Choice
        name="format"
        title="Format"
        chosen={format === "svg" ? "svg" : `png-${scale}x`}
        words={[
          ["svg", "SVG, sharp at any size"],
          ["png-1x", "PNG"],
          ["png-2x", "PNG, double size"],
          ["png-3x", "PNG, triple size"],
        ]}
      />
      <Choice
        name="label"
        title="Label"
        chosen={others.find((words) => words === label) ?? ""}
        words={[["", scopeName], ...others.map((words) => [words, words] as const)]}
      />
      <p>
        <button type="submit">Show</button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly title: string;
  readonly chosen: string;
  readonly words: readonly (readonly [string, string])[];
}

function Choice({ name, title, chosen, words }: ChoiceProps) {
  return (
    <p>
      <label for={`embed-${name}`}>{title}</label>
      <select id={`embed-${name}`} name={name}>
        {words.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The path of the badge in a theme, with what was chosen. */
function badgePath({ subject, alias, options, format }: EmbedPage, theme: RequestedBadge["theme"]): string {
  const name = `/badges/${addressSegment(subject)}/${addressSegment(alias)}.${format}`;
  const label = options.label === "" ? undefined : options.label;
  // Pixels cannot follow a system: the light ones serve.
  const shown = format === "png" && theme === "auto" ? "light" : theme;
  return name + badgeQuery({ ...options, label, theme: shown, scale: format === "png" ? options.scale : 1 });
}

function heightOf(style: StyleName): number {
  return style === "seal" ? SEAL_HEIGHT : BAR_STYLES[style].height;
}

/** On light and on dark ground, as the chosen theme will look there. */
function Preview(props: EmbedPage) {
  const { options, face } = props;
  const height = heightOf(options.style);
  const alt = `${face.label}: ${face.message}`;
  const grounds = [
    { ground: "light", title: "On a light page", theme: options.theme === "auto" ? "light" : options.theme },
    { ground: "dark", title: "On a dark page", theme: options.theme === "auto" ? "dark" : options.theme },
  ] as const;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">Preview</h2>
      <div class="badge-grounds">
        {grounds.map(({ ground, title, theme }) => (
          <figure>
            <div class={`badge-ground ${ground}`}>
              <img src={badgePath(props, theme)} alt={alt} height={height} />
            </div>
            <figcaption>{title}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function Snippets({ statusPath, ...props }: EmbedPage & { readonly statusPath: string }) {
  const { origin, options, cloudName, scopeName } = props;
  const isPicture = options.theme === "auto";
  const snippets = badgeSnippets({
    image: origin + badgePath(props, isPicture ? "auto" : options.theme),
    darkImage: undefined,
    statusPage: origin + statusPath,
    alt: `${scopeName}: certification status of ${cloudName}`,
    height: heightOf(options.style),
  });
  const [html] = badgeSnippets({
    image: origin + badgePath(props, isPicture ? "light" : options.theme),
    darkImage: isPicture ? origin + badgePath(props, "dark") : undefined,
    statusPage: origin + statusPath,
    alt: `${scopeName}: certification status of ${cloudName}`,
    height: heightOf(options.style),
  });
  const shown = snippets.map((snippet) => (snippet.id === "html" && html !== undefined ? html : snippet));
  return (
    <section aria-labelledby="snippets">
      <h2 id="snippets">Copy</h2>
      <p>The link to the status page belongs to the badge (SCS-0004, regulation 6).</p>
      {shown.map((snippet) => (
        <SnippetBlock snippet={snippet} />
      ))}
    </section>
  );
}

function SnippetBlock({ snippet: { id, title, text } }: { readonly snippet: Snippet }) {
  return (
    <div class="snippet">
      <h3 id={`snippet-${id}`}>{title}</h3>
      <pre tabindex={0} aria-labelledby={`snippet-${id}`} role="region">
        {text}
      </pre>
    </div>
  );
}

/** For print, for machines, for services that draw themselves. */
function Elsewhere({ subject, alias, origin }: EmbedPage) {
  const base = `/badges/${addressSegment(subject)}/${addressSegment(alias)}`;
  return (
    <section class="prose" aria-labelledby="elsewhere">
      <h2 id="elsewhere">Print and other services</h2>
      <ul>
        <li>
          For print, a code that leads to the status page: <a href={`${base}/qr.svg`}>QR code as SVG</a>,{" "}
          <a href={`${base}/qr.png?size=3x`}>as PNG</a>.
        </li>
        <li>
          For shields.io and others that draw badges themselves: <a href={`${base}.json`}>the badge as JSON</a>, as in{" "}
          <code>{`https://img.shields.io/endpoint?url=${encodeURIComponent(`${origin}${base}.json`)}`}</code>.
        </li>
        <li>
          How many recommendations are met: <a href={`${base}/recommended.svg`}>the badge for recommendations</a>.
        </li>
      </ul>
    </section>
  );
}
