import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

import { replaceFile } from "../files/replace-file.ts";

/**
 * The keys that this machine's Stele signs certificates with: made at the first start, readable by their owner alone. In
 * a file for `--env-file`, because the arguments of a process can be read by everybody on the machine.
 */
export function localCredentialKeys(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const jwk = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
    const keys = JSON.stringify({ keys: [{ ...jwk, kid: "local-1" }] });
    replaceFile(path, `CREDENTIAL_KEYS='${keys}'\n`, 0o600);
  }
  return path;
}
