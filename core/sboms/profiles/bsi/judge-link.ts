import type { Judgement } from "../profile.ts";
import type { Artifact } from "./bsi-view.ts";
import { ABSENT, PRESENT, wrong } from "./fault.ts";

const BAD_URL = { en: "{} is no URL", de: "{} ist keine URL" } as const;

/** A scheme, and something behind it without blanks. */
export function isUrl(text: string): boolean {
  return /^(?:(?:https?|ftps?|git|ssh|svn|oci|docker|file|git\+https?|git\+ssh):\/\/[^\s/?#]|urn:[a-z0-9][a-z0-9-]{0,31}:)\S*$/i.test(
    text,
  );
}

/** Links that are only wanted if they exist: none is fine, a broken one is not. */
export function judgeLinks(artifacts: readonly Artifact[]): Judgement {
  if (artifacts.length === 0) return ABSENT;
  const urls = artifacts.flatMap(({ url }) => url ?? []);
  if (urls.length === 0) return ABSENT;
  const bad = urls.find(({ text }) => !isUrl(text));
  return bad === undefined ? PRESENT : wrong(BAD_URL, bad);
}
