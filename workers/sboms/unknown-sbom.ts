import { problemResponse } from "../http/problem.ts";

/** 404 for an id that no published SBOM has. */
export function unknownSbom(id: string): Response {
  const detail = `There is no SBOM \`${id.slice(0, 80)}\`. GET /api/v1/sboms lists those that are published.`;
  return problemResponse({ status: 404, title: "Unknown SBOM", detail });
}
