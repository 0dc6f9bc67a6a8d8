/**
 * What a badge costs: its request against an answer of the same worker that is always the same, and its drawing alone
 * against badge-maker. Times of a ratio turn round as rates: 1.25 times as long is 0.8 times as many requests per second.
 */
import { get } from "node:http";

import { makeBadge } from "badge-maker";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { LOOKS, type BadgeFace } from "#core/badges/face.ts";
import { messageOf } from "#core/badges/words.ts";

import { runBenches, type Bench } from "./harness.ts";
import { request, startBenchWorker } from "./worker.ts";

const REQUESTS_PER_ROUND = 256;
const CONCURRENCY = 16;
const PEER = "constant text (/robots.txt)";
/** More than an isolate remembers for a moment, so that going round meets none of them again. */
const SUBJECTS = 1_500;
/** As many as a large community has: their results are read again every two seconds, whoever asks. */
const ASKED_SUBJECTS = 30;
const DRAWINGS_PER_ROUND = 500;

const COPY_ACCOUNTS = `
  WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ?1)
  INSERT INTO account (subject, demo) SELECT printf('copy-%d', n), 1 FROM copy`;

const COPY_RESULTS = `
  WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ?1)
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  SELECT printf('copy-%d', n), scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid
    FROM latest_result, copy WHERE subject = 'demo-alpha'`;

const worker = await startBenchWorker();
const constant = `${worker.url}/robots.txt`;
const badge = `${worker.url}/badges/demo-alpha/scs-compatible-iaas.svg`;
const etag = await new Promise<string>((resolve) => {
  get(badge, (response) => resolve(response.resume().headers.etag ?? ""));
});
for (const statement of [COPY_ACCOUNTS, COPY_RESULTS]) await worker.db.prepare(statement).bind(SUBJECTS).run();

let asked = 0;

/** Badges with a label that nobody asked for yet, so that each is judged and drawn anew. */
function nextUnseenBadge(): string {
  asked += 1;
  return `${worker.url}/badges/copy-${(asked % ASKED_SUBJECTS) + 1}/scs-compatible-iaas.svg?label=${asked}`;
}

/** Badges of one subject after the other, of which the worker has not even the results in mind. */
function nextUnreadBadge(): string {
  asked += 1;
  return `${worker.url}/badges/copy-${(asked % SUBJECTS) + 1}/scs-compatible-iaas.svg`;
}

/** Asks `count` times for the address that is next; every way of asking is this one, so that only the answers differ. */
async function requestEach(nextAddress: () => string, count: number): Promise<void> {
  let left = count;
  const ask = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await request(nextAddress(), 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, ask));
}

const peer = () => request(constant, REQUESTS_PER_ROUND);
const operations = REQUESTS_PER_ROUND;

/** Faces with words of their own, as badges of many clouds have them. */
const faces: readonly BadgeFace[] = Array.from({ length: DRAWINGS_PER_ROUND }, (_, index) => {
  const message = messageOf({ kind: "failing", version: "v5.1", count: index }, index % 2 === 0 ? "en" : "de");
  return { kind: "failing", ...LOOKS.failing, label: `SCS-compatible IaaS ${index}`, message };
});

/** Evaluated anew, read anew (the local database is another process), remembered, unchanged; and drawing alone. */
export const benches: readonly Bench[] = [
  {
    name: "badge, evaluated anew",
    subject: () => requestEach(nextUnseenBadge, REQUESTS_PER_ROUND),
    peerName: PEER,
    peer: () => requestEach(() => constant, REQUESTS_PER_ROUND),
    operations,
  },
  {
    name: "badge, results read anew",
    subject: () => requestEach(nextUnreadBadge, REQUESTS_PER_ROUND),
    peerName: PEER,
    peer: () => requestEach(() => constant, REQUESTS_PER_ROUND),
    operations,
  },
  { name: "badge, remembered", subject: () => request(badge, REQUESTS_PER_ROUND), peerName: PEER, peer, operations },
  {
    name: "badge, 304",
    subject: () => request(badge, REQUESTS_PER_ROUND, { "if-none-match": etag }, 304),
    peerName: PEER,
    peer,
    operations,
  },
  ...(["flat", "for-the-badge"] as const).map((style) => ({
    name: `drawing, ${style}`,
    subject: () => faces.map((face) => drawBadge(face, { style })),
    peerName: "makeBadge of badge-maker, the same words",
    peer: () => faces.map(({ label, message }) => makeBadge({ label, message, color: "red", style })),
    operations: DRAWINGS_PER_ROUND,
  })),
];

/** Ends the worker; the process would wait for it. */
export const close = worker.close;

if (import.meta.main) {
  await runBenches("Badge requests", benches, process.argv.slice(2));
  await close();
}
