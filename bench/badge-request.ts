/** What a badge costs against an answer of the same worker that is always the same. */
import { get } from "node:http";

import { runBenches, type Bench } from "./harness.ts";
import { request, startBenchWorker } from "./worker.ts";

const REQUESTS_PER_ROUND = 64;
const PEER = "constant answer (/healthz)";

const worker = await startBenchWorker();
const constant = `${worker.url}/healthz`;
const badge = `${worker.url}/badges/demo-alpha/scs-compatible-iaas.svg`;
const etag = await new Promise<string>((resolve) => {
  get(badge, (response) => resolve(response.resume().headers.etag ?? ""));
});
const peer = () => request(constant, REQUESTS_PER_ROUND);

/** Badge, and the answer that the badge did not change. */
export const benches: readonly Bench[] = [
  { name: "badge", subject: () => request(badge, REQUESTS_PER_ROUND), peerName: PEER, peer },
  {
    name: "badge, 304",
    subject: () => request(badge, REQUESTS_PER_ROUND, { "if-none-match": etag }, 304),
    peerName: PEER,
    peer,
  },
];

/** Ends the worker; the process would wait for it. */
export const close = worker.close;

if (import.meta.main) {
  await runBenches("Badge requests", benches, process.argv.slice(2));
  await close();
}
