import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

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
    writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  const token = readFileSync(path, "utf8").trim();
  return { token, sha256: createHash("sha256").update(token).digest("hex") };
}
