/**
 * Makes SSH signatures of every kind with WebCrypto, in any runtime: the counterpart of the verifier, written from
 * PROTOCOL.sshsig, PROTOCOL.u2f and RFC 4253, 5656, 8332, 8709. Real `ssh-keygen` signatures are in the Node tests.
 */
import { encodeBase64 } from "#core/trust/signatures/base64.ts";
import { concatBytes, wireString } from "#core/trust/signatures/ssh-wire.ts";
import { ARMOR_BEGIN, ARMOR_END, encodeSshsig, signedData, type MessageHash } from "#core/trust/signatures/sshsig.ts";
import type { RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";

export interface SignOptions {
  readonly namespace?: string;
  readonly hash?: MessageHash;
  /** Security keys: flags byte; 1 is touched. */
  readonly flags?: number;
  /** RSA: name of the signature algorithm. */
  readonly rsaAlgorithm?: "rsa-sha2-256" | "rsa-sha2-512" | "ssh-rsa";
}

export interface TestSigner {
  readonly key: RegisteredKey;
  readonly sign: (message: string | Uint8Array, options?: SignOptions) => Promise<string>;
}

export const KEY_KINDS = [
  "ssh-ed25519",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "ssh-rsa",
  "sk-ssh-ed25519@openssh.com",
  "sk-ecdsa-sha2-nistp256@openssh.com",
] as const;

export type KeyKind = (typeof KEY_KINDS)[number];

const CURVE = { "256": ["P-256", "SHA-256"], "384": ["P-384", "SHA-384"], "521": ["P-521", "SHA-512"] } as const;
const APPLICATION = "ssh:";

export async function createSigner(kind: KeyKind, name = "test", rsaBits = 2048): Promise<TestSigner> {
  const isSecurityKey = kind.startsWith("sk-");
  const { blobFields, signRaw } = await createRawSigner(kind, rsaBits);
  const blob = concatBytes(
    wireString(kind),
    ...blobFields.map((field) => wireString(field)),
    ...(isSecurityKey ? [wireString(APPLICATION)] : []),
  );
  return {
    key: { name, type: kind, blob: encodeBase64(blob) },
    async sign(message, { namespace = "report", hash = "sha512", flags = 1, rsaAlgorithm = "rsa-sha2-512" } = {}) {
      const bytes = typeof message === "string" ? new TextEncoder().encode(message) : Uint8Array.from(message);
      const digest = new Uint8Array(await crypto.subtle.digest(hash === "sha256" ? "SHA-256" : "SHA-512", bytes));
      const fields = { namespace, reserved: new Uint8Array(), hash };
      const data = signedData(fields, digest);
      const trailer = isSecurityKey ? Uint8Array.of(flags, 0, 0, 0, 7) : new Uint8Array();
      const signed = isSecurityKey ? await authenticatorPayload(data, trailer) : data;
      const raw = await signRaw(signed, rsaAlgorithm);
      const signature = concatBytes(wireString(kind === "ssh-rsa" ? rsaAlgorithm : kind), wireString(raw), trailer);
      return armor(encodeSshsig({ ...fields, publicKey: blob, signature }));
    },
  };
}

export function armor(blob: Uint8Array): string {
  return `${ARMOR_BEGIN}\n${encodeBase64(blob).replace(/.{70}/g, "$&\n").trimEnd()}\n${ARMOR_END}\n`;
}

interface RawSigner {
  readonly blobFields: readonly (Uint8Array | string)[];
  readonly signRaw: (data: Uint8Array<ArrayBuffer>, rsaAlgorithm: string) => Promise<Uint8Array>;
}

async function createRawSigner(kind: KeyKind, rsaBits: number): Promise<RawSigner> {
  if (kind === "ssh-rsa") return createRsaSigner(rsaBits);
  const size = /nistp(\d+)/.exec(kind)?.[1] as keyof typeof CURVE | undefined;
  if (size === undefined) {
    const pair = await generateKeyPair({ name: "Ed25519" });
    return {
      blobFields: [await rawPublicKey(pair)],
      signRaw: async (data) => new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, pair.privateKey, data)),
    };
  }
  const [namedCurve, hash] = CURVE[size];
  const pair = await generateKeyPair({ name: "ECDSA", namedCurve });
  return {
    blobFields: [`nistp${size}`, await rawPublicKey(pair)],
    async signRaw(data) {
      const rs = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash }, pair.privateKey, data));
      const half = rs.length / 2;
      return concatBytes(wireString(mpint(rs.subarray(0, half))), wireString(mpint(rs.subarray(half))));
    },
  };
}

async function createRsaSigner(modulusLength: number): Promise<RawSigner> {
  const signWith = new Map<string, CryptoKey>();
  const parameters = { name: "RSASSA-PKCS1-v1_5", modulusLength, publicExponent: Uint8Array.of(1, 0, 1) };
  const pair = await generateKeyPair({ ...parameters, hash: "SHA-512" });
  const pkcs8 = await exportKey<ArrayBuffer>("pkcs8", pair.privateKey);
  for (const [algorithm, hash] of [
    ["rsa-sha2-256", "SHA-256"],
    ["rsa-sha2-512", "SHA-512"],
    ["ssh-rsa", "SHA-1"],
  ] as const) {
    signWith.set(
      algorithm,
      await crypto.subtle.importKey("pkcs8", pkcs8, { name: parameters.name, hash }, false, ["sign"]),
    );
  }
  const jwk = await exportKey<{ e: string; n: string }>("jwk", pair.publicKey);
  return {
    blobFields: [mpint(fromBase64Url(jwk.e)), mpint(fromBase64Url(jwk.n))],
    async signRaw(data, algorithm) {
      const key = signWith.get(algorithm) as CryptoKey;
      return new Uint8Array(await crypto.subtle.sign({ name: parameters.name }, key, data));
    },
  };
}

async function authenticatorPayload(data: Uint8Array<ArrayBuffer>, trailer: Uint8Array) {
  const application = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(APPLICATION));
  return concatBytes(new Uint8Array(application), trailer, new Uint8Array(await crypto.subtle.digest("SHA-256", data)));
}

async function rawPublicKey(pair: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await exportKey<ArrayBuffer>("raw", pair.publicKey));
}

// The types of Node and of workerd differ in what they promise here; both answer what is asked for.
async function generateKeyPair(algorithm: Parameters<typeof crypto.subtle.generateKey>[0]): Promise<CryptoKeyPair> {
  const pair: unknown = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  return pair as CryptoKeyPair;
}

async function exportKey<Form>(format: "raw" | "pkcs8" | "jwk", key: CryptoKey): Promise<Form> {
  const exported: unknown = await crypto.subtle.exportKey(format as "raw", key);
  return exported as Form;
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

function mpint(magnitude: Uint8Array): Uint8Array {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start += 1;
  const trimmed = magnitude.subarray(start);
  return (trimmed[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), trimmed) : trimmed;
}
