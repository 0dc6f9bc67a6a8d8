/**
 * The background thread of the page /check: the check and the renderer of the core, the same that publishing uses.
 * A thread of its own, so that one can go on typing, and so that a hostile text can be given up.
 */
import { checkFiles } from "#core/checking/check-files.ts";
import { DEFAULT_CONFIGURATION } from "#core/documents/check-config.ts";
import type { DocumentSummary } from "#core/documents/document-summary.ts";
import { PROFILES } from "#core/documents/profiles/index.ts";
import { linkFinding } from "#core/documents/rule-page.ts";
import { renderFile } from "#core/publishing/render-file.ts";

import type { CheckOutcome, CheckTask } from "./check-messages.ts";

addEventListener("message", ({ data }: MessageEvent<CheckTask>) => {
  void answer(data).then((outcome) => postMessage(outcome));
});

async function answer({ path, bytes, profile }: CheckTask): Promise<CheckOutcome> {
  const settings = { ...DEFAULT_CONFIGURATION.settings, profile: PROFILES[profile] };
  const { findings } = await checkFiles([{ path, bytes }], { configuration: { ...DEFAULT_CONFIGURATION, settings } });
  const rendered = renderFile("document", path, bytes);
  const preview = rendered.ok
    ? { summary: rendered.value.facts as DocumentSummary, html: rendered.value.html ?? "" }
    : undefined;
  return { findings: findings.map(linkFinding), preview };
}
