import type { CertificateEvent } from "#core/compliance/certificates/certificate.ts";

import { InstantText } from "./date-text.tsx";
import { Notice } from "./notice.tsx";

/** Steps in the life of a certificate, as titles. */
export const STEP_TITLES: Readonly<Record<CertificateEvent["kind"], string>> = {
  applied: "Applied for",
  questioned: "Questions asked",
  rejected: "Rejected",
  granted: "Granted",
  renewed: "Renewed",
  suspended: "Suspended",
  reinstated: "Reinstated",
  revoked: "Revoked",
  withdrawn: "Withdrawn",
  checked: "Manual check",
  approved: "Result approved",
};

/** What is decided and not yet so: everybody who relies on a certificate sees what will become of it. */
export function AnnouncedSteps(props: { announced: readonly CertificateEvent[]; timeZone: string }) {
  const { announced, timeZone } = props;
  if (announced.length === 0) return null;
  return (
    <Notice tone="warning" label="Announced">
      <ul>
        {announced.map(({ kind, at, reason }) => (
          <li>
            {STEP_TITLES[kind]} from <InstantText instant={at} timeZone={timeZone} /> on: {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
