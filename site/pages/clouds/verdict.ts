import type { FaceKind } from "#core/badges/face.ts";

import type { Status } from "../../parts/standards/status-mark.tsx";

/** How each verdict is marked on pages; badges have colors of their own. */
export const FACE_STATUS = {
  certified: "pass",
  passing: "pass",
  undecided: "pass",
  retiring: "warn",
  retired: "fail",
  failing: "fail",
  incomplete: "missing",
  expired: "expired",
  suspended: "warn",
  revoked: "revoked",
  recommended: "unknown",
  "no-results": "unknown",
  "unknown-subject": "unknown",
  "unknown-scope": "unknown",
  refused: "unknown",
  unavailable: "unknown",
} as const satisfies Readonly<Record<FaceKind, Status>>;
