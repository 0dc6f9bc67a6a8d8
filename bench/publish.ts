/**
 * What publishing costs in processor time, all processes together, beside building the same documents with Astro Starlight
 * and with Eleventy in the same run. Stele's share is the command line from its first to its last instruction and the
 * worker; for the first publish that includes starting the worker and making its database. The others build a folder of
 * files; Stele makes pages when they are asked for, so the cold case is also measured with every page asked for once.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
const tree = join(folder, "tree");
const peers = { starlight: starlightSite(ROOT), eleventy: eleventySite(ROOT) };
let worker: EmptyWorker | undefined;
let changes = 0;

async function publish({ url, token }: EmptyWorker): Promise<number> {
  const args = [join(ROOT, "tooling/cli/main.ts"), "publish", tree, "--to", url];
  return commandTimeMs(process.execPath, args, { cwd: ROOT, env: { STELE_TOKEN: token } });
}

/** Starts a worker and publishes everything to it; the worker stays for the cases after. */
async function publishCold(andRead: boolean): Promise<number> {
  await worker?.close();
  writeTree(tree, documents);
  const own = process.cpuUsage();
  worker = await startEmptyWorker(folder, modules);
  const client = await publish(worker);
  if (andRead) {
    for (const name of documents.keys()) await request(`${worker.url}/standards/${name.replace(/\.md$/, "")}`, 1);
  }
  const { user, system } = process.cpuUsage(own);
  return client + runtimeTimeMs() + (user + system) / 1000;
}

async function republish(): Promise<number> {
  if (worker === undefined) throw new Error("nothing was published before");
  changes += 1;
  writeFileSync(join(tree, "documents", changedName), changedBy(changes));
  const [before, own] = [runtimeTimeMs(), process.cpuUsage()];
  const client = await publish(worker);
  const { user, system } = process.cpuUsage(own);
  return client + runtimeTimeMs() - before + (user + system) / 1000;
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
  const count = documents.size;
  const cold = { ...common, peer: () => buildCold(site), rounds: 1 };
  return [
    { ...cold, name: `publish ${count} documents, cold`, subject: () => publishCold(false) },
    { ...cold, name: `the same, and ask for every page`, subject: () => publishCold(true) },
    { ...common, name: `publish one change`, subject: republish, peer: () => rebuild(site), rounds: 3 },
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
