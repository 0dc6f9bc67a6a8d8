/** What the worker pays for an SBOM of 9 MB that anybody asks it to check, transfer included. */
import { syntheticBom } from "../tooling/sboms/synthetic-bom.ts";
import { runBenches, type Bench } from "./harness.ts";
import { startBenchWorker } from "./worker.ts";

const worker = await startBenchWorker();
const text = syntheticBom(24_000);
let senders = 0;

/** Everybody may ask a few times only, so everybody else asks. */
async function post(body: string, expected: boolean): Promise<void> {
  senders += 1;
  const response = await fetch(`${worker.url}/api/v1/validate/sboms`, {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": `10.0.${senders >> 8}.${senders & 255}` },
    body,
  });
  const { valid } = (await response.json()) as { valid?: boolean };
  if (valid !== expected) throw new Error(`the worker answered ${response.status}`);
}

const size = `${(text.length / 1e6).toFixed(1)} MB`;

/** A whole judgement, and the same bytes refused at their first character. */
export const benches: readonly Bench[] = [
  {
    name: `worker: check and profiles, ${size}`,
    subject: () => post(text, true),
    peerName: "transfer and refusal",
    peer: () => post(`x${text}`, false),
  },
];

export const close = worker.close;

if (import.meta.main) {
  await runBenches("SBOM upload", benches, process.argv.slice(2));
  await close();
}
