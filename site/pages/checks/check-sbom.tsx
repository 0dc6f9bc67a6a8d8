import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { CheckActions, CheckNeedsScript } from "./check-parts.tsx";

/** Bytes that a browser is asked to check; its own machine is the limit, and patience. */
const MAX_BYTES = 50_000_000;

/** Where an SBOM can be checked before it is published, in the browser of its author: nothing is uploaded. */
export function checkSbomPage({ site }: { readonly site: SiteConfig }): string {
  return renderPage({
    site,
    path: "/check/sbom",
    title: "Check an SBOM",
    description:
      "Says whether an SBOM is valid, how it stands with BSI TR-03183-2, CISA 2026, NTIA and the CRA, and what to repair, in your browser, without upload.",
    section: "sboms",
    styles: [ASSETS["check.css"], ASSETS["sboms.css"]],
    scripts: [ASSETS["check-sbom.js"]],
    breadcrumb: [{ href: "/sboms", text: "SBOMs" }, { text: "Check" }],
    header: (
      <PageHeader
        title="Check an SBOM"
        lead="Your browser does the checking: the file is not sent anywhere. What you see is what publishing and the command line say, because it is the same program."
      />
    ),
    children: [
      <CheckDesk />,
      <CheckNeedsScript />,
      <Elsewhere address={site.address ?? "https://standards.example"} />,
    ],
  });
}

function CheckDesk() {
  return (
    <div id="check" hidden data-engine={ASSETS["check-sbom-engine.js"]} data-max-bytes={String(MAX_BYTES)}>
      <div class="drop-zone">
        <p>
          <label for="check-file">CycloneDX or SPDX in JSON, chosen or dropped here</label>
          <input type="file" id="check-file" accept=".json,application/json" />
        </p>
        <p class="check-line">
          <input type="checkbox" id="check-strict" />
          <label for="check-strict">Hold the document to every letter of its standard</label>
        </p>
      </div>
      <CheckActions />
      <section aria-labelledby="check-verdict-title">
        <h2 id="check-verdict-title">Verdict</h2>
        <p id="check-status" role="status" tabindex={-1}>
          Nothing to check yet.
        </p>
        <dl class="facts" id="check-facts"></dl>
      </section>
      <section id="check-profiles-section" aria-labelledby="check-profiles-title" hidden>
        <h2 id="check-profiles-title">Profiles</h2>
        <p>
          <label for="check-language">Language of the rules</label>
          <select id="check-language">
            <option value="en">English</option>
            <option value="de" lang="de">
              Deutsch
            </option>
          </select>
        </p>
        <div id="check-profiles"></div>
      </section>
      <section id="check-findings-section" aria-labelledby="check-findings-title" hidden>
        <h2 id="check-findings-title">Findings</h2>
        <ol id="check-findings"></ol>
      </section>
      <section id="check-source-section" aria-labelledby="check-source-title" hidden>
        <h2 id="check-source-title" tabindex={-1}>
          Source
        </h2>
        <div class="source" role="region" aria-label="Source text" tabindex={0}>
          <table role="presentation">
            <tbody id="check-source"></tbody>
          </table>
        </div>
      </section>
    </div>
  );
}

function Elsewhere({ address }: { address: string }) {
  return (
    <section class="prose" aria-labelledby="elsewhere">
      <h2 id="elsewhere">In a terminal, in CI, over HTTP</h2>
      <pre tabindex={0}>
        <code>{`stele sbom check app.cdx.json
stele sbom score app.cdx.json
curl --data-binary @app.cdx.json -H "Content-Type: application/vnd.cyclonedx+json" \\
  "${address}/api/v1/validate/sboms"`}</code>
      </pre>
      <p>
        The last way sends the document to this site, which checks it, answers, and keeps nothing. Documents over 10 MB
        are for the command or for this page.
      </p>
    </section>
  );
}
