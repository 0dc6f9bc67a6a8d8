import type { Context } from "hono";

import { citeDocument, type Citation } from "#core/standards/citations/cite-document.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { documentHref } from "#site/standards-index.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { publicOrigin } from "../../state/public-origin.ts";
import { requestedBase } from "../../state/requested-state.ts";
import type { SiteView } from "../states/site-view.ts";

/** Cites the text of the state that the request is about, at its own address. */
export function citeFrom(context: Context<WorkerEnv>, { snapshot }: SiteView, document: DocumentSummary): Citation {
  const { community, state } = snapshot.site;
  return citeDocument(document, {
    community,
    url: publicOrigin(context.env, context.req.raw) + requestedBase(context) + documentHref(document.documentId),
    asOf: state?.kind === "past" ? state.date : undefined,
  });
}
