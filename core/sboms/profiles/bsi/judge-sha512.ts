import { hashFault } from "../../semantics/judge-hash.ts";
import type { Judgement } from "../profile.ts";
import type { Artifact, PointedHash } from "./bsi-view.ts";
import { PRESENT, wrong } from "./fault.ts";

const TEXTS = {
  length: {
    en: "{} is no SHA-512, which has 128 hexadecimal digits",
    de: "{} ist kein SHA-512 mit seinen 128 Hexadezimalziffern",
  },
  nothing: {
    en: "This is the SHA-512 of no data at all: a file was hashed that was not there",
    de: "Das ist der SHA-512 von gar keinen Daten: Die Datei war nicht da",
  },
} as const;

/** The SHA-512 among the hashes of files: undefined when there is none. */
export function judgeSha512(artifacts: readonly Artifact[]): Judgement | undefined {
  if (artifacts.length === 0) return undefined;
  const hashes = artifacts.flatMap((artifact) => artifact.hashes.filter(({ algorithm }) => algorithm === "SHA-512"));
  if (hashes.length === 0) return undefined;
  for (const hash of hashes) {
    const fault = faultOf(hash);
    if (fault !== undefined) return fault;
  }
  return PRESENT;
}

function faultOf(hash: PointedHash): Judgement | undefined {
  const fault = hashFault("SHA-512", hash.text);
  if (fault === undefined) return undefined;
  return fault === "length" ? wrong(TEXTS.length, hash) : wrong(TEXTS.nothing, hash);
}
