/** All benchmarks: `npm run bench [-- --json]`. */
import { measureAddresses } from "./addresses.ts";
import { runBenches, type Bench } from "./harness.ts";

const SUITES: readonly {
  readonly title: string;
  readonly load: () => Promise<{ readonly benches: readonly Bench[]; readonly close?: () => Promise<void> }>;
}[] = [
  { title: "Rendering", load: () => import("./render.ts") },
  { title: "Checking documents", load: () => import("./check.ts") },
  { title: "Comparing documents", load: () => import("./diff.ts") },
  { title: "SBOM validation", load: () => import("./sbom-validation.ts") },
  { title: "SBOM judging", load: () => import("./sbom-judging.ts") },
  { title: "SBOM upload", load: () => import("./sbom-upload.ts") },
  { title: "Publishing", load: () => import("./publish.ts") },
  { title: "Page requests", load: () => import("./page-request.ts") },
  { title: "Badge requests", load: () => import("./badge-request.ts") },
  { title: "Monitor", load: () => import("./monitor.ts") },
];

for (const { title, load } of SUITES) {
  const { benches, close } = await load();
  await runBenches(title, benches, process.argv.slice(2));
  await close?.();
}
await measureAddresses();
