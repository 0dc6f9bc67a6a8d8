import { findings } from "#core/base/stored/finding-shape.ts";
import { hasShape } from "#core/base/stored/shape.ts";

import type { Bindings } from "../../state/bindings.ts";
import { acceptSbom } from "./accept-sbom.ts";
import { findingsWithin } from "./store-sbom.ts";
import { findTask, findUpload, noteChecking, noteFinished, readWaiting, UNFINISHED } from "./upload-store.ts";
import type { Problem } from "../../http/problem.ts";

/** What travels through the queue: the upload to be checked. */
export interface UploadMessage {
  readonly upload: string;
}

/** Deliveries after which a message is given up; as `max_retries` of wrangler.toml, and the first one. */
const MAX_ATTEMPTS = 3;

/** Checks the uploads of a batch one after the other; messages come at least once, and doing the work twice changes nothing. */
export async function runUploads(
  env: Pick<Bindings, "DB" | "BLOBS">,
  batch: Pick<MessageBatch<UploadMessage>, "messages">,
): Promise<void> {
  for (const message of batch.messages) {
    try {
      await runUpload(env, message.body.upload);
      message.ack();
    } catch (error) {
      console.error(error); // oxlint-disable-line eslint/no-console -- the platform's log is for the operator
      if (message.attempts < MAX_ATTEMPTS) {
        message.retry();
      } else {
        await noteFinished(env, message.body.upload, { problem: UNFINISHED }, new Date());
        message.ack();
      }
    }
  }
}

async function runUpload(env: Pick<Bindings, "DB" | "BLOBS">, id: string): Promise<void> {
  const upload = await findUpload(env, id);
  if (upload === undefined || upload.state === "done" || upload.state === "failed") return;
  const bytes = await readWaiting(env, id);
  await noteChecking(env, id, new Date());
  const task = await findTask(env, id);
  if (bytes === undefined || task === undefined) {
    await noteFinished(env, id, { problem: UNFINISHED }, new Date());
    return;
  }
  const { sender, isStrict, announcedVersion } = task;
  const accepted = await acceptSbom(env, { bytes, isStrict, announcedVersion }, sender, new Date());
  const outcome = accepted.ok ? { sbomId: accepted.value.sbom.id } : { problem: storable(accepted.failure) };
  await noteFinished(env, id, outcome, new Date());
}

/** A problem that fits into a row: as many findings as there is room for. */
function storable(problem: Problem): Problem {
  const { findings: given, ...extensions } = problem.extensions ?? {};
  if (!hasShape(findings, given)) return problem;
  const fitting: unknown = JSON.parse(findingsWithin(given));
  return { ...problem, extensions: { ...extensions, findings: fitting } };
}
