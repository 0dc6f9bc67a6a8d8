import type { MiddlewareHandler } from "hono";

import { localAddress } from "#core/base/text/local-address.ts";

/** Every `Location` of an answer, whoever wrote it, leads to this site: addresses are made of what strangers ask for. */
export function localRedirects(): MiddlewareHandler {
  return async function localRedirects(context, next) {
    await next();
    const location = context.res.headers.get("location");
    if (location !== null) context.res.headers.set("location", localAddress(location));
  };
}
