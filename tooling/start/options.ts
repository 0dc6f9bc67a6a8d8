import { parseArgs } from "node:util";

/** What `npm start` was asked to do. */
export interface StartOptions {
  readonly port: number;
  /** Folder of the tree to publish. */
  readonly source: string;
  /** Forget the data of earlier starts. */
  readonly fresh: boolean;
  readonly help: boolean;
}

/** The help text of `npm start`. */
export const START_HELP = `Usage: npm start [-- options]

Builds Stele, runs it on this machine in the real worker runtime, and publishes a tree into it.

Options:
  --port N        port to listen on (default: 8787)
  --source DIR    tree to publish (default: standards-src)
  --fresh         forget the data of earlier starts
  --help          this text

Data lies in .stele/, one folder per source. Ctrl-C ends it; the next start goes on with the same data.`;

/** Reads the options; the failure is a sentence for the person at the terminal. */
export function parseStartOptions(args: readonly string[]): StartOptions | { readonly failure: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "8787" },
        source: { type: "string", default: "standards-src" },
        fresh: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return { failure: `\`--port ${values.port}\` is not a port. Use a number from 1 to 65535.` };
    }
    return { port, source: values.source, fresh: values.fresh, help: values.help };
  } catch (error) {
    return { failure: `${(error as Error).message} See \`npm start -- --help\`.` };
  }
}
