import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { parse, type CallExpression, type NewExpression } from "acorn";
import { simple } from "acorn-walk";

/** Budget of the worker, compressed as the platform measures it. */
const BUDGET_BYTES = 1024 * 1024;

/** Bundles the worker as `wrangler deploy` would and answers its size. Throws when it is over budget or evaluates code. */
export function checkBundle(root: string): string {
  const folder = join(root, "dist/worker");
  const args = ["deploy", "--dry-run", "--outdir", folder, "--minify"];
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const result = spawnSync(process.execPath, [wrangler, ...args], { cwd: root, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`The worker does not bundle:\n${result.stdout}${result.stderr}`);
  let size = 0;
  let compressed = 0;
  for (const name of readdirSync(folder).filter((file) => /\.(m?js|wasm)$/.test(file))) {
    const bytes = readFileSync(join(folder, name));
    size += bytes.length;
    compressed += gzipSync(bytes).length;
    const evaluation = name.endsWith("js") ? findEvaluation(bytes.toString("utf8")) : undefined;
    if (evaluation !== undefined) {
      throw new Error(`The worker makes code out of strings, which the platform refuses: …${evaluation}…`);
    }
  }
  const summary = `worker ${kib(size)} KiB, ${kib(compressed)} KiB gzip (budget ${kib(BUDGET_BYTES)} KiB)`;
  if (compressed > BUDGET_BYTES) throw new Error(`The worker is over budget: ${summary}`);
  return summary;
}

/** Where a program calls `eval` or the `Function` constructor: the surrounding source. The platform refuses it at run time. */
export function findEvaluation(source: string): string | undefined {
  let found: number | undefined;
  const inspect = (node: CallExpression | NewExpression): void => {
    const { callee } = node;
    if (callee.type === "Identifier" && (callee.name === "eval" || callee.name === "Function")) found ??= node.start;
  };
  simple(parse(source, { ecmaVersion: "latest", sourceType: "module" }), {
    CallExpression: inspect,
    NewExpression: inspect,
  });
  return found === undefined ? undefined : source.slice(Math.max(0, found - 80), found + 80);
}

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
