import { Hono } from "hono";

import { accountRoutes } from "../accounts/routes.ts";
import { badgeRoutes } from "../badges/routes.ts";
import type { Bindings, WorkerEnv } from "../state/bindings.ts";
import { listClouds } from "../standing/cloud-table.ts";
import { liveStanding } from "../standing/live-standing.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { findMembers, findResults } from "../standing/result-store.ts";
import { annotationRoutes } from "../clouds/annotation-routes.ts";
import { providerRoutes } from "../clouds/provider-routes.ts";
import { certificationRoutes } from "./certification-routes.ts";
import { statusRoutes } from "../clouds/status-routes.ts";
import { scopeRoutes } from "../clouds/scope-routes.ts";
import { findCertificate, listCertificates, listCertificatesOf } from "../certificates/certificate-store.ts";
import { certificateRoutes } from "../certificates/routes.ts";
import { docsRoutes } from "../docs/routes.ts";
import { credentialRoutes } from "../credentials/routes.ts";
import { documentRoutes } from "../checks/routes.ts";
import { localRedirects } from "../http/local-redirects.ts";
import { internalError, problemResponse } from "../http/problem.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { forgetAfterWrites } from "../state/memory.ts";
import { notificationRoutes } from "../notifications/routes.ts";
import { publishingRoutes } from "../publishing/routes.ts";
import { listSbomsUploadedBy } from "../sboms/uploads/list-uploads.ts";
import { sbomRoutes } from "../sboms/routes.ts";
import { runUploads, type UploadMessage } from "../sboms/uploads/run-upload.ts";
import { BytesAreLeaving } from "../state/kept-bytes.ts";
import { runScheduled } from "./scheduled.ts";
import { requirementRoutes } from "../pages/requirements/requirement-routes.ts";
import { numberSnapshot } from "../pages/requirements/requirement-store.ts";
import { asOfRoutes } from "../pages/states/as-of-routes.ts";
import { citeRoutes } from "../pages/documents/cite-routes.ts";
import { dataRoutes } from "../pages/data/data-routes.ts";
import { diagramRoutes } from "../pages/documents/diagram-routes.ts";
import { diffRoutes } from "../pages/documents/diff-routes.ts";
import { feedRoutes } from "../pages/data/feed-routes.ts";
import { guideRoutes } from "../pages/documents/guide-routes.ts";
import { newsFeedRoutes, newsRoutes } from "../pages/documents/news-routes.ts";
import { notFound } from "../pages/states/not-found.ts";
import { homeRoutes, siteRoutes } from "../pages/documents/routes.ts";
import { previewRoutes } from "../pages/states/preview-routes.ts";
import { searchRoutes } from "../pages/search/search-routes.ts";
import { searchStatements } from "../pages/search/search-store.ts";
import { stateRoutes } from "../pages/states/state-routes.ts";

/** Pages that every state has: the current one, those of past days, previews. */
const statedPages = new Hono<WorkerEnv>()
  // Before the pages of documents: a guide may be called as the pages beside a document are.
  .route("/", guideRoutes)
  .route("/", newsRoutes)
  .route("/", requirementRoutes({ listScopes: publishedScopes }))
  .route("/", previewRoutes)
  .route("/", diffRoutes)
  .route("/", citeRoutes)
  // Before the pages of scopes, which are not named `….jsonld`.
  .route("/", dataRoutes)
  .route("/", scopeRoutes)
  .route("/", siteRoutes);

/** A trailing slash leads to the same page: old addresses have it. Exported for the test that compares it with the API's description. */
export const app = new Hono<WorkerEnv>({ strict: false });

app.use(securityHeaders());
app.use(localRedirects());
app.use(forgetAfterWrites());

app.route("/", accountRoutes);
// Before the pages: `/standards/<track>/feed.xml` is no number.
app.route("/", feedRoutes);
app.route("/", newsFeedRoutes);
app.route("/", statedPages);
// Before the pages of a cloud, whose scopes are not named `feed.xml`.
app.route("/", notificationRoutes);
app.route("/", certificationRoutes({ listCertificates }));
app.route("/", annotationRoutes);
// Before the pages of a cloud, none of which is called `providers`.
app.route("/", providerRoutes({ listCertificatesOf, listSbomsUploadedBy }));
app.route("/", statusRoutes({ listCertificatesOf }));
app.route("/", certificateRoutes({ listScopes: publishedScopes }));
app.route(
  "/",
  credentialRoutes({ findCertificate, findLiveStanding: liveStanding({ listCertificatesOf }), listCertificates }),
);
app.route("/", documentRoutes);
app.route("/", docsRoutes);
app.route("/", publishingRoutes({ beforeActivation: [numberSnapshot], inActivation: searchStatements }));
app.route("/", homeRoutes({ listClouds: (...about) => listClouds({ listCertificates }, ...about) }));
app.route("/", searchRoutes);
app.route("/", asOfRoutes);
app.route("/", diagramRoutes);
app.route("/", stateRoutes(statedPages));
app.route("/", sbomRoutes);
// After the badges of SBOMs: whatever address is left below `/badges/` gets an image.
app.route("/", badgeRoutes({ listScopes: publishedScopes, findResults, findMembers, listCertificates }));

app.notFound((context) => {
  if (!context.req.path.startsWith("/api/")) return notFound(context);
  const detail = `There is no ${context.req.method} ${context.req.path}. The API is described in docs/api.md.`;
  return problemResponse({ status: 404, title: "No such endpoint", detail });
});

app.onError((error, context) => {
  if (error instanceof BytesAreLeaving) {
    const detail = "The same bytes are being removed at this very moment. Send them again in a few seconds.";
    return problemResponse({ status: 503, title: "Try again", detail }, { "retry-after": "5" });
  }
  // The log is for the operator; the client learns nothing about the inside.
  console.error(error); // oxlint-disable-line eslint/no-console -- the one place that logs
  return internalError(context);
});

export default {
  fetch: app.fetch,
  scheduled: (controller, env) => runScheduled(env, new Date(controller.scheduledTime)),
  queue: (batch, env) => runUploads(env, batch),
} satisfies ExportedHandler<Bindings, UploadMessage>;
