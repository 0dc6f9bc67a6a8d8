import { table, type Table } from "#core/base/table.ts";
import { Hono } from "hono";

import type { Citation } from "#core/standards/citations/cite-document.ts";
import { citePage } from "#site/pages/standards/cite.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { pageResponse } from "../../http/page-response.ts";
import { citeFrom } from "./cite-document.ts";
import { notFound } from "../states/not-found.ts";
import { findDocumentFile, requestedView } from "../states/site-view.ts";

/** How to cite a document: `/standards/<id>/cite`, and `.bib`, `.json`, `.txt` behind it. */
export const citeRoutes = new Hono<WorkerEnv>();

interface Form {
  readonly contentType: string;
  readonly text: (citation: Citation) => string;
}

const FORMS: Table<Form> = table({
  bib: { contentType: "application/x-bibtex; charset=utf-8", text: ({ bibtex }) => bibtex },
  json: { contentType: "application/vnd.citationstyles.csl+json", text: ({ cslJson }) => `[${cslJson}]` },
  txt: { contentType: "text/plain; charset=utf-8", text: ({ plain }) => plain },
});

citeRoutes.get("/standards/:name/cite", async (context) => {
  const view = await requestedView(context);
  const file = findDocumentFile(view, context.req.param("name"));
  if (file === undefined) return notFound(context);
  const citation = citeFrom(context, view, file.facts);
  return pageResponse(context.req.raw, citePage({ site: view.snapshot.site, document: file.facts, citation }));
});

citeRoutes.get("/standards/:name/:file{cite\\.(?:bib|json|txt)}", async (context) => {
  const view = await requestedView(context);
  const { name, file: fileName } = context.req.param();
  const file = findDocumentFile(view, name);
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1);
  const form = FORMS[ending];
  if (file === undefined || form === undefined) return notFound(context);
  return cachedResponse(context.req.raw, {
    body: `${form.text(citeFrom(context, view, file.facts))}\n`,
    contentType: form.contentType,
    maxAgeSeconds: 60,
    headers: {
      "access-control-allow-origin": "*",
      "content-disposition": `attachment; filename="${file.facts.documentId.replace(/[^\w.-]/g, "-")}.${ending}"`,
    },
  });
});
