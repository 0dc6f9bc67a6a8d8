import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { buildAssets } from "./assets.ts";
import { writeDecisionIndex } from "./decision-index.ts";
import { compileSchemas } from "./compile-schemas.ts";
import { buildRulePages } from "./rule-pages.ts";

/** Makes all generated files: validators out of schemas, static files, the types of the worker's platform. */
export async function generate(root: string): Promise<string> {
  await compileSchemas();
  await buildAssets(root);
  await buildRulePages(root);
  // Imported when its validators are there.
  const { generateRuleDocs } = await import("./rule-docs.ts");
  generateRuleDocs(root);
  writeDecisionIndex(root);
  platformTypes(root);
  return "";
}

/** Types of the runtime (not of the bindings, which would pull the whole worker into every project), made anew when the configuration or the tool changed. */
function platformTypes(root: string): void {
  const target = join(root, "worker-configuration.d.ts");
  const stamp = join(root, "dist/worker-types.sha256");
  const digest = createHash("sha256");
  for (const file of ["wrangler.toml", "node_modules/wrangler/package.json", "tooling/build/generate.ts"])
    digest.update(readFileSync(join(root, file)));
  const state = digest.digest("hex");
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const result = spawnSync(process.execPath, [wrangler, "types", "--include-env=false"], {
    cwd: root,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`The platform's types could not be made:\n${result.stdout}${result.stderr}`);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stamp, state);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await generate(process.cwd());
