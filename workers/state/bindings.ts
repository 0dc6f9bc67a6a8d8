import type { RequestedState } from "./site-context.ts";

/** What the platform hands to the worker. Slices take `Pick<Bindings, …>` of what they use. */
export interface Bindings {
  /** Facts: snapshots, accounts, results, components. */
  readonly DB: D1Database;
  /** Bytes by SHA-256: documents, reports, SBOMs, rendered fragments. */
  readonly BLOBS: R2Bucket;
  /** Long SBOMs that wait for their check; the consumer is this worker. */
  readonly SBOM_QUEUE: Pick<Queue<{ readonly upload: string }>, "send">;
  /** Static files: styles, scripts, icons. */
  readonly ASSETS: Fetcher;
  /** SHA-256 (hex) of the operator's token; absent or empty means that nobody may publish. */
  readonly OPERATOR_TOKEN_SHA256?: string;
  /** Keys of the issuer as JSON Web Key Set (RFC 7517): the first with a private part signs. Absent: no credentials. */
  readonly CREDENTIAL_KEYS?: string;
  /** The origin that readers know, such as `https://certs.example.org` (default: the one of the request). */
  readonly PUBLIC_ORIGIN?: string;
  /**
   * The header in which the proxy in front says who asks: `cf-connecting-ip` on Cloudflare. Without it all senders share one
   * limit, as anybody may write any header.
   */
  readonly CLIENT_ADDRESS_HEADER?: string;
  /** The host name that the compliance monitor had, such as `compliance.example.org`; `/` is its table there. */
  readonly MONITOR_HOST?: string;
}

/** The environment type of every Hono app of the worker. */
export interface WorkerEnv {
  Bindings: Bindings;
  Variables: {
    /** The state that the address names, where it names one: a past day, a preview. */
    requestedState?: RequestedState;
    /** Whether scripts of other sites may read the answer. */
    isOpen?: boolean;
  };
}
