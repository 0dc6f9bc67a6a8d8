/**
 * What the worker pays for an SBOM of 9 MB that anybody asks it to check: processor time of the runtime, its threads for garbage
 * and compilation included, the sender not.
 */
import { syntheticBom } from "../tooling/sboms/synthetic-bom.ts";
import { runBenches, type Bench } from "./harness.ts";
import { runtimeTimeMs } from "./processor-time.ts";
import { startBenchWorker } from "./worker.ts";

const worker = await startBenchWorker();
const document = new TextEncoder().encode(syntheticBom(24_000));
/** The same bytes, taken for an archive at the second of them: received whole, and not decoded. */
const refused = Uint8Array.from(document);
refused.set([0x1f, 0x8b]);
/** Requests per figure: the clock of processes ticks every 10 ms. */
const REQUESTS = 5;
let senders = 0;

/** Everybody may ask a few times only, so everybody else asks. */
async function post(body: Uint8Array<ArrayBuffer>, expected: boolean): Promise<void> {
  senders += 1;
  const response = await fetch(`${worker.url}/api/v1/validate/sboms`, {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": `10.0.${senders >> 8}.${senders & 255}` },
    body,
  });
  const { valid } = (await response.json()) as { valid?: boolean };
  if (valid !== expected) throw new Error(`the worker answered ${response.status}`);
}

/** Milliseconds of the runtime's processor time for one request. */
async function timePost(body: Uint8Array<ArrayBuffer>, expected: boolean): Promise<number> {
  const before = runtimeTimeMs();
  for (let request = 0; request < REQUESTS; request += 1) await post(body, expected);
  return (runtimeTimeMs() - before) / REQUESTS;
}

const size = `${(document.length / 1e6).toFixed(1)} MB`;

/** A whole judgement, and the same bytes received and refused; the difference is what the judgement costs. */
export const benches: readonly Bench[] = [
  {
    name: `worker: check and profiles, CPU, ${size}`,
    subject: () => timePost(document, true),
    peerName: "transfer and refusal",
    peer: () => timePost(refused, false),
    isSelfTimed: true,
  },
];

export const close = worker.close;

if (import.meta.main) {
  await runBenches("SBOM upload", benches, process.argv.slice(2));
  await close();
}
