/** What a page costs against an answer of the same worker that is always the same. */
import { get } from "node:http";

import { runBenches, type Bench } from "./harness.ts";
import { request, startBenchWorker } from "./worker.ts";

const REQUESTS_PER_ROUND = 64;
const PEER = "constant answer (/healthz)";

const worker = await startBenchWorker();
const page = `${worker.url}/standards/scs-0100-v3-flavor-naming`;
const etag = await new Promise<string>((resolve) => {
  get(page, (response) => resolve(response.resume().headers.etag ?? ""));
});
const peer = () => request(`${worker.url}/healthz`, REQUESTS_PER_ROUND);

/** The longest document, the overview, and the answer that the page did not change. */
export const benches: readonly Bench[] = [
  { name: "document page", subject: () => request(page, REQUESTS_PER_ROUND), peerName: PEER, peer },
  {
    name: "document page, 304",
    subject: () => request(page, REQUESTS_PER_ROUND, { "if-none-match": etag }, 304),
    peerName: PEER,
    peer,
  },
  { name: "overview", subject: () => request(`${worker.url}/standards`, REQUESTS_PER_ROUND), peerName: PEER, peer },
];

/** Ends the worker; the process would wait for it. */
export const close = worker.close;

if (import.meta.main) {
  await runBenches("Page requests", benches, process.argv.slice(2));
  await close();
}
