import type { Context } from "hono";

import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { withdrawnSbomPage } from "#site/pages/sboms/withdrawn.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { problemResponse } from "../../http/problem.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { withdrawalOfId } from "../stores/history-store.ts";
import { findSbom } from "../stores/sbom-store.ts";

/** The published SBOM with this id, or what a program is told instead: 404, or 410 with when and why it was withdrawn. */
export async function openSbom(context: Context<WorkerEnv>, id: string): Promise<SbomDetail | Response> {
  const sbom = await findSbom(context.env, id);
  if (sbom !== undefined) return sbom;
  const withdrawal = await withdrawalOfId(context.env, id);
  if (withdrawal === undefined) {
    const detail = `There is no SBOM \`${id.slice(0, 80)}\`. GET /api/v1/sboms lists those that are published.`;
    return problemResponse({ status: 404, title: "Unknown SBOM", detail }, CORS);
  }
  const { at: withdrawnAt, account: withdrawnBy, reason } = withdrawal;
  const detail = `This SBOM was withdrawn by \`${withdrawnBy}\` on ${withdrawnAt.slice(0, 10)}: ${reason ?? "no reason given"}`;
  const extensions = { withdrawnAt, withdrawnBy, reason };
  return problemResponse({ status: 410, title: "SBOM withdrawn", detail, extensions }, CORS);
}

/** The published SBOM with this id, or the page that a reader gets instead. */
export async function openSbomPage(context: Context<WorkerEnv>, id: string): Promise<SbomDetail | Response> {
  const sbom = await findSbom(context.env, id);
  if (sbom !== undefined) return sbom;
  const withdrawal = await withdrawalOfId(context.env, id);
  if (withdrawal === undefined) return await context.notFound();
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, withdrawnSbomPage({ site, id, withdrawal }), { status: 410 });
}

const CORS = { "access-control-allow-origin": "*" };
