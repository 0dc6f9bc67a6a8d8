import { Hono, type Context } from "hono";

import { lifecyclePhase } from "#core/standards/documents/lifecycle.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { linkTestcases } from "#core/standards/requirements/link-testcases.ts";
import {
  requirementsOverviewPage,
  TESTED_FILTERS,
  type DocumentRequirements,
} from "#site/pages/standards/requirements-overview.tsx";
import { requirementsPage } from "#site/pages/standards/requirements.tsx";
import { requirementEntry, type RequirementEntry, type TestcaseEntry } from "#site/requirement-entry.ts";

import { publicJson } from "../../http/public-json.ts";
import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { problemResponse } from "../../http/problem.ts";
import { filesOfKind, type PublishedFile, type Snapshot } from "../../state/site-context.ts";
import { countPassing, type Passing } from "./passing-store.ts";
import { publishedRequirements, type PublishedRequirements } from "./published-requirements.ts";
import { notFound } from "../states/not-found.ts";
import { findDocumentFile, requestedView, type SiteView } from "../states/site-view.ts";
import { listTestcases, type NamedScope, type PublishedTestcase } from "./testcase-list.ts";

/** What the requirements show of other slices; `workers/app/index.ts` connects them. */
export interface RequirementSources {
  readonly listScopes: (env: Bindings, snapshot: Snapshot) => Promise<readonly NamedScope[]>;
}

type File = PublishedFile<"document">;

/** The requirements of one document and of all, as pages and as data. */
export function requirementRoutes(sources: RequirementSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  routes.get("/standards/:name/requirements", async (context) => {
    const view = await requestedView(context);
    const file = findDocumentFile(view, context.req.param("name"));
    if (file === undefined) return notFound(context);
    const facts = await loadFacts(context, sources, view);
    const { entries, unlinked } = describe(file, facts);
    const { site } = view.snapshot;
    const demo = facts.testcases.some(
      (testcase) => testcase.hasDemo && entries.some(({ testcases }) => testcases.includes(testcase)),
    );
    return pageResponse(
      context.req.raw,
      requirementsPage({ site, index: view.index, document: file.facts, entries, unlinked, demo }),
    );
  });
  routes.get("/standards/:name/requirements.json", async (context) => {
    const view = await requestedView(context);
    const file = findDocumentFile(view, context.req.param("name"));
    if (file === undefined) return unknownDocument(context.req.param("name"));
    const { entries, unlinked } = describe(file, await loadFacts(context, sources, view));
    const { documentId } = file.facts;
    return jsonResponse(context, {
      documentId,
      requirements: entries.map(toJson),
      unlinked: unlinked.map(({ id }) => id),
    });
  });
  routes.get("/requirements", async (context) => {
    const view = await requestedView(context);
    const facts = await loadFacts(context, sources, view);
    const filter = TESTED_FILTERS.find((value) => value === context.req.query("tested"));
    const documents = bindingDocuments(view, facts);
    const demo = facts.testcases.some(({ hasDemo }) => hasDemo);
    return pageResponse(
      context.req.raw,
      requirementsOverviewPage({ site: view.snapshot.site, documents, filter, demo }),
    );
  });
  routes.get("/requirements.json", async (context) => {
    const view = await requestedView(context);
    const documents = bindingDocuments(view, await loadFacts(context, sources, view));
    return jsonResponse(context, {
      documents: documents.map(({ document, entries }) => ({
        documentId: document.documentId,
        requirements: entries.map(toJson),
      })),
    });
  });
  return routes;
}

interface RequirementFacts {
  readonly requirements: PublishedRequirements;
  readonly testcases: readonly PublishedTestcase[];
  readonly timeZone: string;
}

async function loadFacts(
  { env }: Context<WorkerEnv>,
  { listScopes }: RequirementSources,
  { snapshot }: SiteView,
): Promise<RequirementFacts> {
  const [requirements, scopes, passing] = await Promise.all([
    publishedRequirements(env, snapshot),
    listScopes(env, snapshot),
    // Pages of a past day never change, so they say nothing of today's results.
    snapshot.site.state === undefined ? countPassing(env, new Date()) : new Map<string, Passing>(),
  ]);
  return { requirements, testcases: listTestcases(scopes, passing), timeZone: snapshot.site.timeZone };
}

function describe(
  { facts, toc }: File,
  { requirements, testcases, timeZone }: RequirementFacts,
): { readonly entries: readonly RequirementEntry[]; readonly unlinked: readonly TestcaseEntry[] } {
  const { documentId } = facts;
  const sentences = requirements.get(documentId) ?? [];
  const { ofRequirement, unlinked } = linkTestcases({ documentId, headings: toc }, sentences, testcases);
  const hasTests = unlinked.length > 0 || ofRequirement.some((found) => found.length > 0);
  const entries = sentences.map(({ changedAt, ...sentence }, index) =>
    requirementEntry(documentId, sentence, {
      testcases: ofRequirement[index] ?? [],
      hasTests,
      changedOn: changedAt === undefined ? undefined : calendarOf(timeZone).dateOf(changedAt),
    }),
  );
  return { entries, unlinked };
}

/** Documents in force that demand anything, in the order of their paths. */
function bindingDocuments({ snapshot, today }: SiteView, facts: RequirementFacts): DocumentRequirements[] {
  return filesOfKind(snapshot, "document")
    .filter((file) => file.facts.series !== "w" && lifecyclePhase(file.facts, today).phase === "effective")
    .map((file) => ({ document: file.facts, entries: describe(file, facts).entries }))
    .filter(({ entries }) => entries.length > 0);
}

function toJson({ testcases, ...entry }: RequirementEntry): object {
  return { ...entry, testcases: testcases.map(({ id, clouds }) => ({ id, ...clouds })) };
}

function unknownDocument(name: string): Response {
  const detail = `There is no document \`${name}\` in this state. All documents: /standards.json.`;
  return problemResponse({ status: 404, title: "No such document", detail }, { "access-control-allow-origin": "*" });
}

function jsonResponse({ req }: Context<WorkerEnv>, value: object): Promise<Response> {
  return publicJson(req.raw, value, 60);
}
