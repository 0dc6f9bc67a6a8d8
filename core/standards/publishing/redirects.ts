/** An address of the past and where it leads now; both are paths of the site. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Where the site of the SCS standards had its pages before, and the numbers that documents had before theirs of today. One of
 * them got another slug with its number; of the others, history tells the number, and the slug is taken to have stayed.
 */
export const SCS_REDIRECTS: readonly Redirect[] = [
  { from: "/standards/standards/overview", to: "/standards" },
  { from: "/standards/certification/overview", to: "/certification" },
  { from: "/standards/certification/pipeline", to: "/certification" },
  { from: "/standards/certification/scopes-versions", to: "/certification" },
  { from: "/standards/scs-compatible-iaas", to: "/standards/scopes/scs-0501" },
  { from: "/standards/scs-compatible-kaas", to: "/standards/scopes/scs-0502" },
  ...[
    ["scs-0110-v1-gnocchi-as-metering-database", "scs-0410-v1-gnocchi-as-metering-database"],
    ["scs-0111-v1-publishing_method_for_metering_data", "scs-0411-v1-publishing_method_for_metering_data"],
    ["scs-0118-v1-rook-decision", "scs-0119-v1-rook-decision"],
    ["scs-0120-w1-Availability-Zones-Standard", "scs-0121-w1-Availability-Zones-Standard"],
    [
      "scs-0212-v1-requirements-for-container-registry",
      "scs-0218-v1-container-registry-for-scs-standard-implementation",
    ],
    ["scs-0213-v1-requirements-for-testing-cluster-stacks", "scs-0216-v1-requirements-for-testing-cluster-stacks"],
  ].map(([from, to]) => ({ from: `/standards/${from}`, to: `/standards/${to}` })),
];

/** Longest chain of redirects that is followed; a longer one runs in a circle. */
const MAX_HOPS = 10;

/** Follows redirects from a path (without trailing slash) to its end; undefined where none begins there or none ends. */
export function followRedirects(path: string, redirects: readonly Redirect[]): string | undefined {
  const targets = new Map(redirects.map(({ from, to }) => [from.replace(/(?<=.)\/$/, ""), to]));
  let target = targets.get(path);
  for (let hops = 0; target !== undefined && hops < MAX_HOPS; hops += 1) {
    const next = targets.get(target);
    if (next === undefined) return target;
    target = next;
  }
  return undefined;
}
