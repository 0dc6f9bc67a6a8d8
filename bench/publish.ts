/**
 * What publishing costs in processor time, all processes together, beside building the same documents with Astro Starlight
 * and with Eleventy in the same run. Stele's share is the packed command line from its first to its last instruction and
 * what the worker uses meanwhile: an isolate that has just started, with an empty database. The others build a folder of
 * files; Stele makes pages when they are asked for, so the cold case is also measured with the start of the local
 * worker, its emulated database and storage included, and with every page asked for once.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bundleCli } from "../tooling/build/bundle-cli.ts";
import { runBenches, type Bench } from "./harness.ts";
import { eleventySite, readDocuments, starlightSite, writeTree, type PeerSite } from "./peer-sites.ts";
import { commandTimeMs, runtimeTimeMs } from "./processor-time.ts";
import { bundle, request, startEmptyWorker, type EmptyWorker } from "./worker.ts";

const ROOT = join(import.meta.dirname, "..");

/** The real corpus beside the repository, else the content of the repository. */
const CORPUS = join(ROOT, "../shared/corpus/scs/standards-repo/Standards");
const documents = readDocuments(existsSync(CORPUS) ? CORPUS : join(ROOT, "standards-src/documents"));
const [changedName = "", changedText = ""] =
  [...documents].find(([name]) => name.startsWith("scs-0100-v3-")) ?? [...documents][0] ?? [];

const folder = mkdtempSync(join(tmpdir(), "stele-bench-publish-"));
const modules = bundle(folder);
const program = join(await bundleCli(join(folder, "cli")), "stele.mjs");
const tree = join(folder, "tree");
const peers = { starlight: starlightSite(ROOT), eleventy: eleventySite(ROOT) };
let worker: EmptyWorker | undefined;
let changes = 0;

async function publish({ url, token }: EmptyWorker): Promise<number> {
  const args = [program, "publish", tree, "--to", url];
  return commandTimeMs(process.execPath, args, { cwd: ROOT, env: { STELE_TOKEN: token } });
}

/** Publishes everything to a worker that has just started; the worker stays for the cases after. */
async function publishCold(): Promise<number> {
  await startAfresh();
  return publishMeasured();
}

async function publishAndReadAll(): Promise<number> {
  const own = process.cpuUsage();
  const { url } = await startAfresh();
  const client = await publishMeasured();
  // The runtime was counted until here; what it uses from now on is reading.
  const before = runtimeTimeMs();
  for (const name of documents.keys()) await request(`${url}/standards/${name.replace(/\.md$/, "")}`, 1);
  const { user, system } = process.cpuUsage(own);
  return startMs + client + runtimeTimeMs() - before + (user + system) / 1000;
}

/** What the runtime used to start. */
let startMs = 0;

async function startAfresh(): Promise<EmptyWorker> {
  await worker?.close();
  writeTree(tree, documents);
  worker = await startEmptyWorker(folder, modules);
  startMs = runtimeTimeMs();
  return worker;
}

async function publishMeasured(): Promise<number> {
  if (worker === undefined) throw new Error("no worker was started before");
  const before = runtimeTimeMs();
  const client = await publish(worker);
  return client + runtimeTimeMs() - before;
}

async function republish(): Promise<number> {
  changes += 1;
  writeFileSync(join(tree, "documents", changedName), changedBy(changes));
  return publishMeasured();
}

async function buildCold(site: PeerSite): Promise<number> {
  site.reset(documents);
  return site.build();
}

async function rebuild(site: PeerSite): Promise<number> {
  changes += 1;
  site.change(changedName, changedBy(changes));
  return site.build();
}

function changedBy(count: number): string {
  return `${changedText}\nChange number ${count}.\n`;
}

function benchesAgainst(site: PeerSite): readonly Bench[] {
  const common = { peerName: site.name, isSelfTimed: true };
  const cold = { ...common, peer: () => buildCold(site), rounds: 2 };
  return [
    { ...cold, name: `publish ${documents.size} documents, cold`, subject: publishCold },
    { ...common, name: "publish one change", subject: republish, peer: () => rebuild(site), rounds: 3 },
    { ...cold, name: "start, publish, ask for every page", subject: publishAndReadAll, rounds: 1 },
  ];
}

/** Cold and after one change, against both. */
export const benches: readonly Bench[] = [...benchesAgainst(peers.starlight), ...benchesAgainst(peers.eleventy)];

/** Ends the worker. */
export async function close(): Promise<void> {
  await worker?.close();
  rmSync(folder, { recursive: true, force: true });
}

if (import.meta.main) {
  await runBenches("Publishing", benches, process.argv.slice(2));
  await close();
}
