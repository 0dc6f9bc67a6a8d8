/**
 * The background thread of the page /check: the check and the renderer of the core, the same that the API and publishing
 * use. A thread of its own, so that one can go on typing, and so that a hostile text can be given up.
 */
import { answerCheck } from "#core/standards/changes/answer-check.ts";
import { filesOfTree } from "#core/standards/checking/tree-paths.ts";
import { createDocumentMemory } from "#core/standards/checking/document-memory.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { renderFile } from "#core/standards/publishing/render-file.ts";

import type { CheckOutcome, CheckTask } from "./check-messages.ts";

/** While one document is edited, the others of a tree stay as they are. */
const memory = createDocumentMemory();

addEventListener("message", ({ data }: MessageEvent<CheckTask>) => {
  void answer(data).then((outcome) => postMessage(outcome));
});

async function answer({ question, isFolder, shown }: CheckTask): Promise<CheckOutcome> {
  const files = isFolder ? filesOfTree(question.files) : question.files;
  const file = files.find(({ path }) => path === shown);
  const rendered = file === undefined ? undefined : renderFile("document", file.path, file.bytes);
  const preview =
    rendered?.ok === true
      ? { summary: rendered.value.facts as DocumentSummary, html: rendered.value.html ?? "" }
      : undefined;
  return { answer: await answerCheck({ ...question, files }, memory), paths: files.map(({ path }) => path), preview };
}
