import type { OperationGroup } from "../operation.ts";
import { BADGES } from "./badges.ts";
import { CERTIFICATES } from "./certificates.ts";
import { CERTIFICATION } from "./certification.ts";
import { CHECKING } from "./checking.ts";
import { MONITOR } from "./monitor.ts";
import { PUBLISHING } from "./publishing.ts";
import { SBOMS } from "./sboms.ts";
import { SITE } from "./site.ts";
import { STANDARDS } from "./standards.ts";

/** The whole HTTP surface, in the order of the documentation. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  ...STANDARDS,
  CERTIFICATION,
  BADGES,
  CERTIFICATES,
  MONITOR,
  SBOMS,
  CHECKING,
  PUBLISHING,
  SITE,
];
