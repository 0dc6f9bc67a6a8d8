/**
 * The background thread of the page /check/sbom: the check of the core, the same that publishing uses. A thread of its own, so that
 * the page answers while a long document is checked, and so that a hostile one can be given up.
 */
import { checkSbom, LOCAL_LIMITS, type SbomCheck } from "#core/sboms/checking/check-sbom.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import { profileJson } from "#core/sboms/profiles/profile-json.ts";
import { repairSbom } from "#core/sboms/checking/repair-sbom.ts";
import { componentsOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";

import type { SbomOutcome, SbomTask } from "./check-sbom-messages.ts";

addEventListener("message", ({ data }: MessageEvent<SbomTask>) => {
  void answer(data).then((outcome) => postMessage(outcome));
});

async function answer({ name, bytes, isStrict, isRepair }: SbomTask): Promise<SbomOutcome> {
  const options = { path: name, isStrict, limits: LOCAL_LIMITS };
  const repaired = isRepair ? await repairSbom(bytes, options) : undefined;
  if (repaired === undefined) return tell(await checkSbom(bytes, options));
  const { text, patch, check } = repaired;
  return { ...tell(check), repaired: { text, steps: patch.length } };
}

function tell(check: SbomCheck): SbomOutcome {
  const { format, findings, counts } = check;
  const told = {
    format: format === undefined ? undefined : `${format.name} ${format.version}`,
    isSpdx3: format?.version === "3.0.1",
    findings,
    counts,
  };
  if (!check.isValid) return { ...told, isValid: false, subject: undefined, components: undefined, profiles: [] };
  const { content } = check;
  const subject = subjectOfContent(content);
  return {
    ...told,
    isValid: true,
    subject: subject === undefined ? undefined : [subject.name, subject.version].filter(Boolean).join(" "),
    components: componentsOfContent(content).length,
    profiles: PROFILES.map((profile) => profileJson(profile.evaluate(content))),
  };
}
