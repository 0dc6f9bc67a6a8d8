import type { Guide } from "#core/standards/publishing/guide.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

/** Why a page does not show the current state. */
export type PageState =
  | {
      readonly kind: "past";
      /** What the page's links begin with: `/as-of/2024-03-01`. */
      readonly base: string;
      /** ISO calendar date: the state at the end of this day. */
      readonly date: string;
    }
  | {
      readonly kind: "preview";
      /** `/preview/<snapshot>`. */
      readonly base: string;
    };

/** What a site says about itself, its guides in reading order, and which state of it is shown; absent for the current one. */
export type StatedSite = SiteConfig & { readonly guides?: readonly Guide[]; readonly state?: PageState };

/** Pages that exist in every state; links to them stay in the state that is shown. */
export const STATED_ROOTS = ["/standards", "/decisions", "/releases", "/news", "/certification/scopes"] as const;
