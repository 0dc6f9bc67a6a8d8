import { readCheckConfig } from "#core/standards/checking/check-config.ts";
import { MAX_DOCUMENT_BYTES } from "#core/standards/documents/read-document.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { CheckActions, CheckNeedsScript } from "./check-parts.tsx";

/** What the page knows of the tree that the site publishes. */
export interface CheckPage {
  readonly site: SiteConfig;
  /** The text of its `stele.config.yaml`, if it has one. */
  readonly config: string | undefined;
  /** Where its documents lie. */
  readonly paths: readonly string[];
}

/** Where documents can be checked and seen before they are published, in the browser of their author: nothing is uploaded. */
export function checkPage(page: CheckPage): string {
  const { site } = page;
  return renderPage({
    site,
    path: "/check",
    title: "Check a document",
    description: "Shows what a standard document breaks and how its page will look, in your browser, without upload.",
    section: "none",
    styles: [ASSETS["check.css"]],
    scripts: [ASSETS["check.js"]],
    breadcrumb: [{ href: "/docs/rules", text: "Rules for documents" }, { text: "Check" }],
    header: (
      <PageHeader
        title="Check a document"
        lead="Your browser does the checking: the text is not sent anywhere. What you see is what the command line and the API say, because it is the same program."
      />
    ),
    children: [
      <CheckDesk {...page} />,
      <CheckNeedsScript />,
      <Elsewhere address={site.address ?? "https://standards.example"} />,
    ],
  });
}

function CheckDesk({ config, paths }: CheckPage) {
  const configuration = config === undefined ? {} : { "data-config": config };
  return (
    <div
      id="check"
      hidden
      data-engine={ASSETS["check-engine.js"]}
      data-max-bytes={String(MAX_DOCUMENT_BYTES)}
      data-paths={paths.join("\n")}
      data-published="/check/published.json"
      {...configuration}
    >
      <Source />
      <Rules profile={readCheckConfig(config ?? "").settings.profile.name} />
      <nav id="check-documents" aria-label="Documents" hidden>
        <ul></ul>
      </nav>
      <p>
        <label for="check-text">Text of the document</label>
        <textarea id="check-text" rows={16} spellcheck={false} autocomplete="off"></textarea>
      </p>
      <CheckActions />
      <Outcome />
    </div>
  );
}

function Source() {
  return (
    <div class="check-source">
      <p>
        <label for="check-file">Markdown files, chosen or dropped here</label>
        <input type="file" id="check-file" accept=".md,.markdown,.yaml,text/markdown,text/plain" multiple />
      </p>
      <p>
        <label for="check-folder">or the folder of a whole tree</label>
        <input type="file" id="check-folder" {...{ webkitdirectory: "" }} />
      </p>
      <p>
        <label for="check-name">File name</label>
        <input type="text" id="check-name" value="scs-xxxx-v1-title.md" spellcheck={false} autocomplete="off" />
      </p>
    </div>
  );
}

function Rules({ profile }: { profile: string }) {
  return (
    <div class="check-source">
      <p>
        <label for="check-profile">Profile</label>
        <select id="check-profile">
          <option value="practical" selected={profile === "practical"}>
            practical
          </option>
          <option value="strict" selected={profile === "strict"}>
            strict: to the letter
          </option>
        </select>
      </p>
      <p>
        <label for="check-against">As a change of</label>
        <select id="check-against">
          <option value="nothing">nothing: as they are</option>
          <option value="published">what this site publishes</option>
          <option value="files">earlier files</option>
        </select>
      </p>
      <p id="check-base-field" hidden>
        <label for="check-base">Earlier files</label>
        <input type="file" id="check-base" accept=".md,.markdown,.yaml,text/markdown,text/plain" multiple />
      </p>
      <p class="check-option" id="check-whole-field">
        <input type="checkbox" id="check-whole" />
        <label for="check-whole">These are all documents of the tree</label>
      </p>
      <p id="check-description-field" class="check-wide" hidden>
        <label for="check-description">What the change is about (a line waiver: reason answers for a tightening)</label>
        <textarea id="check-description" rows={3} autocomplete="off"></textarea>
      </p>
    </div>
  );
}

function Outcome() {
  return (
    <div class="check-outcome">
      <div>
        <section aria-labelledby="check-verdict-title" id="check-verdict" hidden>
          <h2 id="check-verdict-title">Verdict</h2>
          <div></div>
        </section>
        <section aria-labelledby="check-findings-title">
          <h2 id="check-findings-title">Findings</h2>
          <p id="check-status" role="status" tabindex={-1}>
            Nothing to check yet.
          </p>
          <ol id="check-findings" class="finding-list"></ol>
        </section>
      </div>
      <section aria-labelledby="check-preview-title">
        <h2 id="check-preview-title">Preview</h2>
        <article class="prose" id="check-preview"></article>
      </section>
    </div>
  );
}

function Elsewhere({ address }: { address: string }) {
  return (
    <section class="prose" aria-labelledby="elsewhere">
      <h2 id="elsewhere">In a terminal, in CI, over HTTP</h2>
      <p>
        A document alone cannot say whether its links lead somewhere. <code>stele check</code> looks at the whole tree,
        and <code>stele check --fix</code> repairs what a machine can repair. <code>stele explain</code> followed by the
        name of a rule says why and what to write; the same stands under <a href="/docs/rules">Rules for documents</a>.
      </p>
      <pre tabindex={0}>
        <code>{`stele check standards/
curl --data-binary @scs-0100-v3-flavor-naming.md -H "Content-Type: text/markdown" \\
  "${address}/api/v1/validate/documents?path=scs-0100-v3-flavor-naming.md"`}</code>
      </pre>
      <p>The last way sends the document to this site, which checks it, answers, and keeps nothing.</p>
    </section>
  );
}
