import { Hono } from "hono";

import { compareTexts } from "#core/standards/comparison/compare-texts.ts";
import { readBlocks } from "#core/standards/comparison/read-blocks.ts";
import { compareRequirements } from "#core/standards/requirements/compare-requirements.ts";
import { diffPage } from "#site/pages/standards/diff.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { readFragment } from "../states/fragment-store.ts";
import { publishedRequirements } from "../requirements/published-requirements.ts";
import { notFound } from "../states/not-found.ts";
import { rememberedPage } from "../states/remembered-page.ts";
import { findDocumentFile } from "../states/site-view.ts";

/** HTML of both sides together; the longest pair of the SCS has 72,000 characters. */
const MAX_CHARACTERS = 2_000_000;
const TOO_LONG = "These documents are too long to be compared here. Compare their Markdown sources instead.";

/** What tells two published documents apart: `/standards/<a>/diff/<b>`, `?view=side-by-side`. */
export const diffRoutes = new Hono<WorkerEnv>();

diffRoutes.get("/standards/:before/diff/:after", (context) =>
  rememberedPage(context, async (view) => {
    const before = findDocumentFile(view, context.req.param("before"));
    const after = findDocumentFile(view, context.req.param("after"));
    if (before === undefined || after === undefined) return undefined;
    const [beforeHtml, afterHtml, requirements] = await Promise.all([
      readFragment(context.env, before),
      readFragment(context.env, after),
      publishedRequirements(context.env, view.snapshot),
    ]);
    if (beforeHtml === undefined || afterHtml === undefined) return undefined;
    if (beforeHtml.length + afterHtml.length > MAX_CHARACTERS) return notFound(context, TOO_LONG);
    return diffPage({
      site: view.snapshot.site,
      before: before.facts,
      after: after.facts,
      diff: compareTexts(readBlocks(beforeHtml), readBlocks(afterHtml)),
      requirements: compareRequirements(
        requirements.get(before.facts.documentId) ?? [],
        requirements.get(after.facts.documentId) ?? [],
      ),
      view: context.req.query("view") === "side-by-side" ? "side-by-side" : "inline",
    });
  }),
);
