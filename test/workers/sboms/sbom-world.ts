/** An account that publishes SBOMs, and what tests send in its name. */
import { env, exports } from "cloudflare:workers";

import { sha256Hex } from "../../../workers/http/digest.ts";
import { createSigner, type TestSigner } from "../../core/trust/signatures/sign-with-webcrypto.ts";

export const ORIGIN = "http://stele.test";
export const SERIAL = "3e671687-395b-41f5-a30f-a58921a69b79";

/** The token of an account that `addAccount` made. */
export function tokenOf(subject: string): string {
  return `token-of-${subject}`;
}

/** Registers an account with a token and a key; answers what signs with the key. */
export async function addAccount(subject: string, signer?: TestSigner): Promise<TestSigner> {
  const own = signer ?? (await createSigner("ssh-ed25519", "laptop"));
  const hash = `sha256:${await sha256Hex(tokenOf(subject))}`;
  await env.DB.batch([
    env.DB.prepare("INSERT INTO account (subject, demo) VALUES (?1, 1)").bind(subject),
    env.DB.prepare("INSERT INTO api_key (hash, subject) VALUES (?1, ?2)").bind(hash, subject),
    env.DB.prepare("INSERT INTO public_key (subject, name, type, blob) VALUES (?1, ?2, ?3, ?4)").bind(
      subject,
      own.key.name,
      own.key.type,
      own.key.blob,
    ),
  ]);
  return own;
}

/**
 * A CycloneDX document. One with other content gets a serial number of its own, as it has to, unless it says which it has or that it
 * is another version.
 */
export function bom(extra: Record<string, unknown> = {}): string {
  const text = bomText(extra);
  if (Object.keys(extra).length === 0 || "serialNumber" in extra || "version" in extra) return text;
  let digest = 0n;
  for (const character of text) digest = (digest * 31n + BigInt(character.codePointAt(0) ?? 0)) % 2n ** 48n;
  return bomText({
    ...extra,
    serialNumber: `urn:uuid:00000000-0000-4000-8000-${digest.toString(16).padStart(12, "0")}`,
  });
}

function bomText(extra: Record<string, unknown>): string {
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${SERIAL}`,
    version: 1,
    metadata: { component: { type: "application", name: "Quarry", version: "7.0", "bom-ref": "subject" } },
    components: [
      {
        type: "library",
        "bom-ref": "a",
        name: "alpha",
        version: "1",
        purl: "pkg:npm/alpha@1",
        licenses: [{ license: { id: "MIT" } }],
      },
      { type: "library", "bom-ref": "b", name: "beta", version: "2", purl: "pkg:deb/debian/beta@2" },
      { type: "file", "bom-ref": "c", name: "gamma" },
    ],
    dependencies: [
      { ref: "subject", dependsOn: ["a"] },
      { ref: "a", dependsOn: ["b"] },
    ],
    ...extra,
  });
}

/** Many components, each with a text that makes the document long. */
export function longBom(components: number, padding: number): string {
  return bom({
    components: Array.from({ length: components }, (_nothing, index) => ({
      type: "library",
      "bom-ref": `c${index}`,
      name: `package-${index}`,
      version: `${index}.0.0`,
      purl: `pkg:npm/package-${index}@${index}.0.0`,
      description: "d".repeat(padding),
    })),
    dependencies: Array.from({ length: components }, (_nothing, index) => ({
      ref: index === 0 ? "subject" : `c${(index - 1) >> 1}`,
      dependsOn: [`c${index}`],
    })),
  });
}

/** Sends something to the door of SBOMs. */
export function send(
  body: BodyInit,
  headers: Record<string, string | undefined> = {},
  path = "/api/v1/sboms",
): Promise<Response> {
  const all = {
    authorization: `Bearer ${tokenOf("alpha")}`,
    "content-type": "application/vnd.cyclonedx+json",
    ...headers,
  };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return exports.default.fetch(ORIGIN + path, { method: "POST", body, headers: Object.fromEntries(sent) });
}

export function get(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(ORIGIN + path, { redirect: "manual", ...init });
}

export interface SbomAnswer {
  readonly id: string;
  readonly sha256: string;
  readonly uploadedBy: string;
}
