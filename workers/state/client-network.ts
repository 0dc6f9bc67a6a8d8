import { networkOf } from "#core/base/net/network-of.ts";

import type { Bindings } from "./bindings.ts";

/**
 * The network that a request comes from, as the unit of limits; undefined where nobody tells. Only the header that the operator
 * names is believed, because senders write what they like into all others: on Cloudflare `cf-connecting-ip`, which the edge
 * sets, elsewhere the header of the proxy in front. In a list each proxy adds itself behind, so the last entry is what
 * the nearest one saw.
 */
export function clientNetwork(
  request: Request,
  { CLIENT_ADDRESS_HEADER = "" }: Pick<Bindings, "CLIENT_ADDRESS_HEADER">,
): string | undefined {
  if (!/^[A-Za-z][\w-]*$/.test(CLIENT_ADDRESS_HEADER)) return undefined;
  const named = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "";
  return networkOf(named.slice(named.lastIndexOf(",") + 1));
}
