import { randomBytes } from "node:crypto";
import { writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { escapeControls } from "#core/base/text/escape-controls.ts";

import packageJson from "../../../package.json" with { type: "json" };

/** Longer words of an error are in its log. */
const MAX_SENTENCE_CHARACTERS = 200;

/** Says in one sentence that there is a fault of ours, and keeps what is needed to find it; answers the exit code. */
export function reportUnexpected(error: string): 2 {
  const [firstLine = ""] = error.split("\n");
  const what = escapeControls(firstLine.slice(0, MAX_SENTENCE_CHARACTERS));
  writeSync(2, `stele: This should not have happened: ${what}. ${keepLog(error)}\n`);
  return 2;
}

function keepLog(error: string): string {
  const path = join(tmpdir(), `stele-${randomBytes(6).toString("hex")}.log`);
  const { arch, platform, version } = process;
  const command = JSON.stringify(process.argv.slice(2));
  const text = `stele ${packageJson.version}, Node ${version}, ${platform} ${arch}\narguments: ${command}\n\n${error}\n`;
  try {
    // The arguments are for the eyes of who gave them.
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
    return `Please report it with the log ${path}`;
  } catch {
    return `Please report it; the log ${path} could not be written`;
  }
}
