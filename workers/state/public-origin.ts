import type { Bindings } from "./bindings.ts";

/**
 * Where this Stele is at home, without trailing slash. What is signed or printed carries it, so it should be configured;
 * the origin of the request stands in.
 */
export function publicOrigin({ PUBLIC_ORIGIN }: Pick<Bindings, "PUBLIC_ORIGIN">, request: Request): string {
  const { origin } = new URL(PUBLIC_ORIGIN === undefined || PUBLIC_ORIGIN === "" ? request.url : PUBLIC_ORIGIN);
  return origin;
}
