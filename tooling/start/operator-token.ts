import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

import { replaceFile } from "../files/replace-file.ts";

/** A secret and what the worker knows of it. */
export interface OperatorToken {
  readonly token: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** The operator's token of this machine: 256 random bits, made at the first start, readable by its owner alone. */
export function localOperatorToken(path: string): OperatorToken {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, randomBytes(32).toString("base64url"), 0o600);
  }
  const token = readFileSync(path, "utf8").trim();
  return { token, sha256: createHash("sha256").update(token).digest("hex") };
}
