import type { Judgement, Statement } from "../profile.ts";
import { stateText } from "../../view/statement.ts";
import type { TelcoPackage } from "./telco-view.ts";

/** Members that mean `NOASSERTION` when they are left out (SPDX 2.3, 7.7, 7.13, 7.15, 7.17). */
type SilentMember = "downloadLocation" | "licenseConcluded" | "licenseDeclared" | "copyrightText";

/** How a package states a member; where it is left out, what that means may as well be written. */
export function stateOrRepair({ one, pointer }: TelcoPackage, member: SilentMember): Statement | Judgement {
  const text = one[member];
  if (text !== undefined) return stateText(text);
  return { outcome: "missing", repair: () => [{ op: "add", path: `${pointer}/${member}`, value: "NOASSERTION" }] };
}
