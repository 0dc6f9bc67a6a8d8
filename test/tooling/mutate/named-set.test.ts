import { execFileSync } from "node:child_process";
import { matchesGlob } from "node:path";
import { expect, test } from "vitest";

import { NAMED, partOf } from "../../../tooling/mutate/named-set.ts";

const FILES = execFileSync("git", ["ls-files", "core", "workers"], { encoding: "utf8" }).split("\n");

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function alternatives(glob: string): readonly string[] {
  const names = /\{(.*)\}/.exec(glob)?.[1]?.split(",") ?? [""];
  return names.map((name) => glob.replace(/\{.*\}/, name));
}

test("every name in the set is that of a file, so that a file that moved is not left out unseen", () => {
  const globs = Object.values(NAMED).flat().flatMap(alternatives);
  expect(globs.filter((glob) => !FILES.some((file) => matchesGlob(file, glob)))).toEqual([]);
});

test("what deletes bytes, sends messages and lets people in belongs to the doors, a store to the stores", () => {
  const files = ["state/kept-bytes", "notifications/deliver", "sign-in/auth", "standing/result-store"];
  expect(files.map((file) => partOf(`workers/${file}.ts`))).toEqual(["doors", "doors", "doors", "stores"]);
  expect(partOf("workers/app/index.ts")).toBeUndefined();
});
