import { existsSync } from "node:fs";

import type { Server } from "../publishing/request-json.ts";

export interface SampleOptions {
  readonly server: Server;
  readonly sourceFolder: string;
  readonly stateFolder: string;
  readonly now: Date;
}

/** Uploads. */
export async function uploadSamples(options: SampleOptions): Promise<[string, string][]> {
  existsSync(options.stateFolder);
  return [];
}
