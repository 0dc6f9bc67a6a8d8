import { Hono } from "hono";

import { parseBomLink, type BomLink } from "#core/sboms/records/bom-link.ts";
import type { ComponentRecord, SbomRecord } from "#core/sboms/records/sbom-record.ts";
import { componentHref } from "#site/pages/sboms/sbom-names.ts";

import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { problemResponse } from "../../http/problem.ts";
import { findComponentByReference } from "../stores/component-store.ts";
import { sbomJsonResponse } from "./read-query.ts";
import { componentJson, sbomJson } from "../sbom-json.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { namedPublisher } from "./named-publisher.ts";
import { findBySerialNumber } from "../stores/sbom-store.ts";

/** BOM-Links of CycloneDX: `urn:cdx:<serial number>/<version>#<bom-ref>` leads to the document, or to the component in it. */
export const bomLinkRoutes = new Hono<WorkerEnv>();

bomLinkRoutes.get("/bom-link", async (context) => {
  const link = parseBomLink(context.req.query("urn") ?? "");
  const target = link === undefined ? undefined : await resolve(context.env, link);
  if (target === undefined) return await context.notFound();
  return context.redirect(pageOf(target), 302);
});

bomLinkRoutes.get("/api/v1/bom-links", async (context) => {
  const urn = context.req.query("urn") ?? "";
  const link = parseBomLink(urn);
  if (link === undefined) {
    const detail =
      "`?urn=` takes `urn:cdx:<serial number>/<version>`, with `%23<bom-ref>` for an element of the document.";
    return problemResponse({ status: 400, title: "Not a BOM-Link", detail });
  }
  const target = await resolve(context.env, link);
  if (target === undefined) {
    const detail = "No published SBOM has this serial number and version, or the reference is not in it.";
    return problemResponse({ status: 404, title: "Unknown BOM-Link", detail }, { "access-control-allow-origin": "*" });
  }
  const { sbom, component, others } = target;
  return sbomJsonResponse(context, {
    urn,
    page: pageOf(target),
    sbom: sbomJson(sbom),
    ...(component === undefined ? {} : { component: componentJson(component) }),
    alternatives: others.map(sbomJson),
  });
});

interface Target {
  readonly sbom: SbomRecord;
  /** Absent where the document or its subject is meant. */
  readonly component?: ComponentRecord;
  /** Other documents with the same serial number and version. */
  readonly others: readonly SbomRecord[];
}

/**
 * Where a link leads: of several documents with the same name to that of the first publisher, or of the one that a provider names;
 * never to another's because it has an element that this one lacks.
 */
async function resolve(env: Pick<Bindings, "DB">, link: BomLink): Promise<Target | undefined> {
  const named = namedPublisher(await currentSnapshot(env), link.serialNumber);
  const [sbom, ...others] = await findBySerialNumber(env, link, named);
  const { bomRef } = link;
  if (sbom === undefined) return undefined;
  if (bomRef === undefined || bomRef === sbom.subject?.bomRef) return { sbom, others };
  const component = await findComponentByReference(env, sbom.id, bomRef);
  return component === undefined ? undefined : { sbom, component, others };
}

function pageOf({ sbom, component }: Target): string {
  return component === undefined ? `/sboms/${sbom.id}` : componentHref(sbom.id, component.number);
}
