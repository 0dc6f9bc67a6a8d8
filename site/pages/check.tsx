import { MAX_DOCUMENT_BYTES } from "#core/documents/read-document.ts";
import type { SiteConfig } from "#core/publishing/site-config.ts";

import { ASSETS } from "../compiled/asset-names.js";
import { renderPage } from "../page.tsx";
import { PageHeader } from "../parts/page-header.tsx";

/** Where a document can be checked and seen before it is published, in the browser of its author: nothing is uploaded. */
export function checkPage({ site }: { readonly site: SiteConfig }): string {
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
        lead="Your browser does the checking: the text is not sent anywhere. What you see is what the command line and publishing say, because it is the same program."
      />
    ),
    children: [<CheckDesk />, <NoScript />, <Elsewhere address={site.address ?? "https://standards.example"} />],
  });
}

function CheckDesk() {
  return (
    <div id="check" hidden data-engine={ASSETS["check-engine.js"]} data-max-bytes={String(MAX_DOCUMENT_BYTES)}>
      <div class="check-source">
        <p>
          <label for="check-file">Markdown file, chosen or dropped here</label>
          <input type="file" id="check-file" accept=".md,.markdown,text/markdown,text/plain" />
        </p>
        <p>
          <label for="check-name">File name</label>
          <input type="text" id="check-name" value="scs-xxxx-v1-title.md" spellcheck={false} autocomplete="off" />
        </p>
        <p>
          <label for="check-profile">Profile</label>
          <select id="check-profile">
            <option value="practical">practical</option>
            <option value="strict">strict: to the letter</option>
          </select>
        </p>
      </div>
      <p>
        <label for="check-text">Text of the document</label>
        <textarea id="check-text" rows={16} spellcheck={false} autocomplete="off"></textarea>
      </p>
      <p class="check-actions">
        <button type="button" id="check-sample">
          Try an example
        </button>
        <button type="button" id="check-repair-all" hidden>
          Repair what can be repaired
        </button>
        <button type="button" id="check-download" hidden>
          Download
        </button>
      </p>
      <div class="check-outcome">
        <section aria-labelledby="check-findings-title">
          <h2 id="check-findings-title">Findings</h2>
          <p id="check-status" role="status" tabindex={-1}>
            Nothing to check yet.
          </p>
          <ol id="check-findings"></ol>
        </section>
        <section aria-labelledby="check-preview-title">
          <h2 id="check-preview-title">Preview</h2>
          <article class="prose" id="check-preview"></article>
        </section>
      </div>
    </div>
  );
}

function NoScript() {
  return (
    <noscript>
      <p>The form needs JavaScript, because the check runs in your browser. The ways below do without.</p>
    </noscript>
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
