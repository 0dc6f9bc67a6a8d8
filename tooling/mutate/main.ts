/** `npm run mutate`: breaks the source in small ways, one at a time, and says which of them no test notices (docs/mutation.md). */
import { mutate } from "./mutate.ts";
import { readOptions, USAGE, type MutateOptions } from "./options.ts";

// Whoever stops us stops the processes too, which end with ours.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
let options: MutateOptions | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exitCode = 2;
}
if (options !== undefined)
  process.exitCode = await mutate(process.cwd(), options, (text) => process.stdout.write(text));
