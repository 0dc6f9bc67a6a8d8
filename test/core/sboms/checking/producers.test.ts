import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { repairSbom } from "#core/sboms/checking/repair-sbom.ts";
import { CISA_2026 } from "#core/sboms/profiles/cisa-2026.ts";

import { PRODUCERS } from "./producers.ts";

function bytesOf(document: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document));
}

test.each(PRODUCERS)(
  "what $name writes is accepted, with the right notes",
  async ({ document, notes, hasToolVersion }) => {
    const outcome = await checkSbom(bytesOf(document), { path: "bom.json" });
    expect(outcome.findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`)).toEqual(notes);
    if (!outcome.isValid) throw new Error("refused");
    const outcomeOf = (id: string) =>
      CISA_2026.evaluate(outcome.content).rules.find(({ rule }) => rule.id === id)?.share;
    expect([outcomeOf("tool-name"), outcomeOf("tool-version")]).toEqual([1, hasToolVersion ? 1 : 0]);
  },
);

test.each(PRODUCERS.filter(({ notes }) => notes.includes("note sbom-spelling")))(
  "what $name spells otherwise is repaired, and the strict have nothing to say",
  async ({ document }) => {
    const repaired = await repairSbom(bytesOf(document), { path: "bom.json", isStrict: true }, []);
    expect(repaired?.check).toMatchObject({ isValid: true, findings: [] });
  },
);

test("a type of reference that is written as its address is that type", async () => {
  const yocto = PRODUCERS.find(({ name }) => name === "Yocto");
  const outcome = await checkSbom(bytesOf(yocto?.document ?? {}), { path: "bom.json" });
  if (!outcome.isValid) throw new Error("refused");
  const identifiers = CISA_2026.evaluate(outcome.content).rules.find(({ rule }) => rule.id === "component-identifier");
  expect(identifiers?.share).toBe(1);
});
