import type { Severity } from "#core/base/finding.ts";

import { PRACTICAL } from "./profiles/practical.ts";
import type { Profile } from "./profiles/profile.ts";

/** The addresses under which a community publishes its documents, without trailing slash. */
export interface CommunityAddresses {
  /** Sites where a document is the last segment of its page's address. */
  readonly sites: readonly string[];
  /** Source repositories; documents lie in `documentsFolder` there. */
  readonly repositories: readonly string[];
  readonly documentsFolder: string;
}

/** An address that moved or will answer no longer. */
export interface MovedAddress {
  /** Everything that begins like this. */
  readonly from: string;
  readonly to?: string;
  readonly reason: string;
}

/** A track as a check knows it. */
export interface TrackSettings {
  readonly id: string;
  /** Second digit of the numbers of its documents. */
  readonly digit: number;
  /** Who approves changes of its documents (default: its team). */
  readonly approval?: string;
}

/** What a check goes by: a profile, and what the tree adds to it. */
export interface CheckSettings {
  readonly profile: Profile;
  /** Overrides of the profile by rule id; `off` silences a rule. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Tracks by the second digit of document numbers. */
  readonly tracks: readonly TrackSettings[];
  readonly addresses: CommunityAddresses;
  readonly movedAddresses: readonly MovedAddress[];
}

/** The settings of a tree without configuration: profile `practical`, tracks and addresses of the SCS. */
export const DEFAULT_SETTINGS: CheckSettings = {
  profile: PRACTICAL,
  severities: {},
  tracks: [
    { id: "Global", digit: 0, approval: "a representative of the Forum SCS-Standards" },
    ...["IaaS", "KaaS", "IAM", "Ops", "Scopes"].map((id, index) => ({ id, digit: index + 1 })),
  ],
  addresses: {
    sites: ["https://docs.scs.community/standards"],
    repositories: ["https://github.com/SovereignCloudStack/standards"],
    documentsFolder: "Standards",
  },
  movedAddresses: [
    {
      from: "https://docs.scs.community/standards/scs-compatible-iaas",
      to: "https://docs.scs.community/standards/scopes/scs-0501",
      reason: "the page moved",
    },
    {
      from: "https://docs.scs.community/standards/scs-compatible-kaas",
      to: "https://docs.scs.community/standards/scopes/scs-0502",
      reason: "the page moved",
    },
    { from: "https://github.com/SovereignCloudStack/docs-page", reason: "the repository is archived" },
    { from: "https://github.com/SovereignCloudStack/Docs", reason: "the repository is archived" },
  ],
};

/** The severity of a rule under these settings; `markdownlint` alone stands for all `markdownlint/…`. */
export function severityOf(
  rule: { readonly id: string; readonly severity: Severity },
  settings: Pick<CheckSettings, "profile" | "severities">,
): Severity | "off" {
  const family = rule.id.split("/", 1)[0] ?? rule.id;
  const { severities, profile } = settings;
  return (
    severities[rule.id] ??
    severities[family] ??
    profile.severities[rule.id] ??
    profile.severities[family] ??
    rule.severity
  );
}
