import { expect, test } from "vitest";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";

test("fifty megabytes in a single line are judged on a machine of one's own", async () => {
  const component = `{"type":"library","name":"n","description":"${"d".repeat(1000)}"}`;
  const components = Array.from({ length: 50_000 }, (_, index) => component.replace('"n"', `"n${index}"`));
  const text = `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${components.join()},{"type":"nonsense","name":"last"}]}`;
  expect(text.length).toBeGreaterThan(50_000_000);
  const bytes = new TextEncoder().encode(text);
  const { findings, counts } = await checkSbom(bytes, { path: "bom.json", limits: LOCAL_LIMITS });
  expect(counts.error).toBe(1);
  expect(findings[0]).toMatchObject({
    ruleId: "sbom-schema",
    place: { start: { line: 1 }, pointer: "/components/50000/type" },
  });
});
