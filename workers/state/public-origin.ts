import type { Bindings } from "./bindings.ts";

/** Where this Stele is at home as its operator configured it, without trailing slash; undefined where nothing usable is. */
export function configuredOrigin({ PUBLIC_ORIGIN = "" }: Pick<Bindings, "PUBLIC_ORIGIN">): string | undefined {
  if (!URL.canParse(PUBLIC_ORIGIN)) return undefined;
  const { protocol, origin } = new URL(PUBLIC_ORIGIN);
  return protocol === "https:" || protocol === "http:" ? origin : undefined;
}

/**
 * Where links lead, without trailing slash: home, or in place of it the origin of the request. Nothing that is signed may
 * carry the latter, which anybody can choose.
 */
export function publicOrigin(bindings: Pick<Bindings, "PUBLIC_ORIGIN">, request: Request): string {
  return configuredOrigin(bindings) ?? new URL(request.url).origin;
}
