import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

/** Who publishes, from which source, and what the pages do not do. */
export function Footer({ site }: { site: SiteConfig }) {
  return (
    <footer class="footer">
      <p>
        {site.title}, published by {site.community}.
      </p>
      <p>
        <a href="/as-of">Past days</a> · <a href="/feed.xml">Changes as a feed</a> · <a href="/standards.json">Data</a>{" "}
        · <a href="/docs/api">API</a> · <a href="/docs/rules">Rules for documents</a> ·{" "}
        <a href="/check">Check a document</a> · <a href="/certificates">Certificates</a> ·{" "}
        <a href="/verify">Verify a certificate</a>
      </p>
      <p>
        This site sets no cookies and asks no other server for anything.
        {site.repository === undefined ? null : (
          <>
            {" "}
            <a href={site.repository} rel="external">
              Source of the documents
            </a>
          </>
        )}
      </p>
    </footer>
  );
}
