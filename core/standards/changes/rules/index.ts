import { anchor } from "./anchor.ts";
import type { ChangeRule } from "./change-rule.ts";
import { dates } from "./dates.ts";
import { deletion } from "./deletion.ts";
import { identity } from "./identity.ts";
import { included } from "./included.ts";
import { majorUpdate } from "./major-update.ts";
import { newStatus } from "./new-status.ts";
import { number } from "./number.ts";
import { onePrimary } from "./one-primary.ts";
import { oneStable } from "./one-stable.ts";
import { rename } from "./rename.ts";
import { replacedEarly } from "./replaced-early.ts";
import { retired } from "./retired.ts";
import { supplementStatus } from "./supplement-status.ts";
import { template } from "./template.ts";
import { tightening } from "./tightening.ts";
import { transition } from "./transition.ts";

/** The rules for changes of a tree. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  onePrimary,
  number,
  newStatus,
  majorUpdate,
  oneStable,
  transition,
  dates,
  replacedEarly,
  rename,
  identity,
  deletion,
  supplementStatus,
  template,
  tightening,
  included,
  anchor,
  retired,
];
