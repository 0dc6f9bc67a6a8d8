import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse, stringify } from "yaml";

import { replaceFile } from "../files/replace-file.ts";
import { generateSigningKey, publicKeyBlob, SIGNING_KEY_TYPE } from "./sign-sshsig.ts";

/** What a demo account proves itself with. */
export interface DemoSecrets {
  readonly privateKeyPem: string;
  readonly token: string;
}

/** The secrets of a demo account, made once per folder and readable by their owner alone; never in the repository. */
export function demoSecrets(folder: string, subject: string): DemoSecrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keep = (name: string, make: () => string): string => {
    const path = join(folder, name);
    if (!existsSync(path)) replaceFile(path, make(), 0o600);
    return readFileSync(path, "utf8");
  };
  return {
    privateKeyPem: keep(`${subject}.pem`, generateSigningKey),
    token: keep(`${subject}.token`, () => randomBytes(32).toString("base64url")),
  };
}

interface AccountsText {
  readonly accounts?: readonly { readonly subject: string; readonly demo?: boolean }[] | null;
}

/** The subjects of an accounts file that are marked as demo. */
export function demoSubjects(accountsYaml: string): string[] {
  const { accounts } = (parse(accountsYaml) ?? {}) as AccountsText;
  return (accounts ?? []).filter((account) => account.demo === true).map((account) => account.subject);
}

/** The accounts file with keys and token hashes added to the demo accounts; all others stay as they are. */
export function withDemoSecrets(accountsYaml: string, secretsOf: (subject: string) => DemoSecrets): string {
  const file = (parse(accountsYaml) ?? {}) as AccountsText;
  const accounts = (file.accounts ?? []).map((account) => {
    if (account.demo !== true) return account;
    const { privateKeyPem, token } = secretsOf(account.subject);
    const key = {
      public_key: publicKeyBlob(privateKeyPem),
      public_key_type: SIGNING_KEY_TYPE,
      public_key_name: "demo",
    };
    return {
      ...account,
      api_keys: [`sha256:${createHash("sha256").update(token).digest("hex")}`],
      keys: [key],
    };
  });
  return stringify({ ...file, accounts });
}
