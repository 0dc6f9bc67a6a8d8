/** All benchmarks: `npm run bench [-- --json]`. */
import { runBenches, type Bench } from "./harness.ts";

const SUITES: readonly {
  readonly title: string;
  readonly load: () => Promise<{ readonly benches: readonly Bench[] }>;
}[] = [
  { title: "Rendering", load: () => import("./render.ts") },
  { title: "SBOM validation", load: () => import("./sbom-validation.ts") },
];

for (const { title, load } of SUITES) await runBenches(title, (await load()).benches, process.argv.slice(2));
