import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";

/** Where a certificate can be checked, in the browser of whoever asks: nothing is uploaded. */
export function verifyPage({ site }: { readonly site: SiteConfig }): string {
  return renderPage({
    site,
    path: "/verify",
    title: "Verify a certificate",
    description: "Checks certificates and the signatures of reports in your browser, without upload.",
    section: "certification",
    breadcrumb: [{ href: "/certification", text: "Certification" }, { text: "Verify" }],
    header: (
      <PageHeader
        eyebrow="Certification"
        title="Verify a certificate"
        lead="Your browser does the checking: the file is not sent anywhere. Only the public keys and revocation lists of this site are fetched."
      />
    ),
    children: [
      <form class="verify-form prose" id="verify-form" action="/verify" method="get" hidden>
        <p>
          <label for="verify-file">Certificate file (.vc or .jwt)</label>
          <br />
          <input type="file" id="verify-file" accept=".vc,.jwt,.json,.txt,application/json" />
        </p>
        <p>
          <label for="verify-text">Or its text</label>
          <br />
          <textarea id="verify-text" rows={8} cols={60} spellcheck={false} autocomplete="off"></textarea>
        </p>
        <p>
          <button type="submit">Verify</button>
        </p>
      </form>,
      <output class="prose" id="verify-outcome" for="verify-file verify-text" aria-live="polite"></output>,
      <section class="prose" aria-labelledby="report">
        <h2 id="report">Verify a signed report</h2>
        <p>
          Whoever has a report and the operator's public key can check that the operator signed it and that nobody
          changed it since. This needs nothing of this site.
        </p>
        <form class="verify-form prose" id="report-form" action="/verify" method="get" hidden>
          <p>
            <label for="report-file">Report, alone or with its signature in front</label>
            <br />
            <input type="file" id="report-file" required accept=".yaml,.yml,.json,.txt" />
          </p>
          <p>
            <label for="signature-file">Its signature, where it is a file of its own (.sig)</label>
            <br />
            <input type="file" id="signature-file" accept=".sig,.txt" />
          </p>
          <p>
            <label for="report-keys">Public keys that may have signed it (one per line)</label>
            <br />
            <textarea id="report-keys" rows={3} cols={60} spellcheck={false} autocomplete="off" required></textarea>
          </p>
          <p>
            <button type="submit">Verify the report</button>
          </p>
        </form>
        <output id="report-outcome" for="report-file signature-file report-keys" aria-live="polite"></output>
      </section>,
      <noscript>
        <p>This page needs JavaScript, because the check runs in your browser.</p>
      </noscript>,
      <section class="prose" aria-labelledby="offline">
        <h2 id="offline">On the command line</h2>
        <p>
          The same check runs in a terminal, for certificates of any issuer: <code>stele verify certificate.vc</code>.
          It ends with 0 when the certificate is valid now. With <code>--keys</code> it verifies a report.
        </p>
      </section>,
      <section class="prose" aria-labelledby="what-is-checked">
        <h2 id="what-is-checked">What is checked</h2>
        <ol>
          <li>The form: a credential of the W3C data model 2.0.</li>
          <li>The signature: not one character was changed since it was signed.</li>
          <li>The issuer: the key belongs to whom the certificate names.</li>
          <li>The period: it has begun and has not ended.</li>
          <li>The status: the issuer's signed lists do not name it as revoked or suspended.</li>
        </ol>
      </section>,
      <script src={ASSETS["verify.js"]} type="module"></script>,
    ],
  });
}
