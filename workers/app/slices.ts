import { accountRoutes } from "../accounts/routes.ts";
import { badgeRoutes } from "../badges/routes.ts";
import { findCertificate, listCertificates } from "../certificates/certificate-store.ts";
import { certificateRoutes } from "../certificates/routes.ts";
import { documentRoutes } from "../checks/routes.ts";
import { annotationRoutes } from "../clouds/annotation-routes.ts";
import { dueRoutes } from "../clouds/due-routes.ts";
import { certificationPageRoutes } from "../clouds/page-routes.ts";
import { providerRoutes } from "../clouds/provider-routes.ts";
import { scopeRoutes } from "../clouds/scope-routes.ts";
import { statusRoutes } from "../clouds/status-routes.ts";
import { credentialRoutes } from "../credentials/routes.ts";
import { docsRoutes } from "../docs/routes.ts";
import { healthRoutes } from "../monitor/health-routes.ts";
import { metricsRoutes } from "../monitor/metrics-routes.ts";
import { monitorRootRoutes } from "../monitor/monitor-root.ts";
import { monitorRoutes } from "../monitor/monitor-routes.ts";
import { notificationRoutes } from "../notifications/routes.ts";
import { citeRoutes } from "../pages/documents/cite-routes.ts";
import { diagramRoutes } from "../pages/documents/diagram-routes.ts";
import { diffRoutes } from "../pages/documents/diff-routes.ts";
import { newsFeedRoutes, newsRoutes } from "../pages/documents/news-routes.ts";
import { homeRoutes, siteRoutes } from "../pages/documents/routes.ts";
import { dataRoutes } from "../pages/data/data-routes.ts";
import { feedRoutes } from "../pages/data/feed-routes.ts";
import { requirementRoutes } from "../pages/requirements/requirement-routes.ts";
import { numberSnapshot } from "../pages/requirements/requirement-store.ts";
import { searchRoutes } from "../pages/search/search-routes.ts";
import { searchStatements } from "../pages/search/search-store.ts";
import { asOfRoutes } from "../pages/states/as-of-routes.ts";
import { previewRoutes } from "../pages/states/preview-routes.ts";
import { stateRoutes } from "../pages/states/state-routes.ts";
import { publishingRoutes } from "../publishing/routes.ts";
import { approvalRoutes } from "../reports/approval-routes.ts";
import { evidenceRoutes } from "../reports/evidence-routes.ts";
import { reportRoutes } from "../reports/report-routes.ts";
import { sbomRoutes } from "../sboms/routes.ts";
import { listSbomsUploadedBy } from "../sboms/uploads/list-uploads.ts";
import { listCertificatesOf } from "../standing/certificate-facts.ts";
import { describedStatements } from "../standing/described-statements.ts";
import { listClouds } from "../standing/home-clouds.ts";
import { liveStanding } from "../standing/live-standing.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { findAccount, findMembers } from "../standing/result-store.ts";
import { standingOf } from "../standing/standing-store.ts";
import type { Slices } from "./mount.ts";

/** The slices with what they need of each other. Their order decides nothing: `core/api/addresses.ts` is the table. */
export const SLICES: Slices = {
  accounts: [accountRoutes],
  badges: [badgeRoutes({ listScopes: publishedScopes, findAccount, findMembers, standingOf })],
  certificates: [certificateRoutes({ listScopes: publishedScopes })],
  checks: [documentRoutes],
  clouds: [
    annotationRoutes,
    certificationPageRoutes,
    dueRoutes,
    providerRoutes({ listSbomsUploadedBy }),
    scopeRoutes,
    statusRoutes({ listCertificatesOf }),
  ],
  credentials: [
    credentialRoutes({ findCertificate, findLiveStanding: liveStanding({ listCertificatesOf }), listCertificates }),
  ],
  docs: [docsRoutes],
  monitor: [healthRoutes, metricsRoutes, monitorRootRoutes, monitorRoutes],
  notifications: [notificationRoutes],
  pages: [
    asOfRoutes,
    citeRoutes,
    dataRoutes,
    diagramRoutes,
    diffRoutes,
    feedRoutes,
    homeRoutes({ listClouds }),
    newsFeedRoutes,
    newsRoutes,
    previewRoutes,
    requirementRoutes({ listScopes: publishedScopes }),
    searchRoutes,
    siteRoutes,
    stateRoutes,
  ],
  publishing: [
    publishingRoutes({
      beforeActivation: [numberSnapshot],
      inActivation: (db) => [...searchStatements(db), ...describedStatements(db)],
    }),
  ],
  reports: [approvalRoutes, evidenceRoutes, reportRoutes],
  sboms: [sbomRoutes],
};
