import { expect, test } from "vitest";

import { DEFAULT_TREE_CONFIG, parseTreeConfig } from "#core/standards/publishing/site-config.ts";

test("what the file does not say comes from the defaults", () => {
  const { config, findings } = parseTreeConfig("site:\n  name: Law\n  timezone: Europe/Paris\n");
  expect(findings).toEqual([]);
  expect(config.site).toEqual({ ...DEFAULT_TREE_CONFIG.site, name: "Law", timeZone: "Europe/Paris" });
  expect(config.layouts).toBe(DEFAULT_TREE_CONFIG.layouts);
});

test("an unknown key is a finding with its place, and the defaults stand in", () => {
  const { config, findings } = parseTreeConfig("site:\n  name: Law\n  colour: red\n");
  expect(config).toBe(DEFAULT_TREE_CONFIG);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    ruleId: "config-schema",
    severity: "error",
    message:
      "`site` has no field `colour`; expected one of `name`, `community`, `title`, `description`, `address`, `repository`, `notice`, `badge_labels`, `timezone`.",
    place: { path: "stele.config.yaml", start: { line: 3, column: 3 }, pointer: "/site" },
  });
});

test("a zone that no calendar knows is ignored", () => {
  expect(parseTreeConfig("site: {timezone: Europe/Atlantis}").config.site.timeZone).toBe("Europe/Berlin");
});

test.each([
  ["broken YAML", "site: [", "config-syntax"],
  [
    "an alias bomb",
    `a: &a [x]\n${Array.from({ length: 12 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? "a" : `b${i - 1}`}, *${i === 0 ? "a" : `b${i - 1}`}, *${i === 0 ? "a" : `b${i - 1}`}]`).join("\n")}`,
    "config-syntax",
  ],
  ["a list", "- a", "config-schema"],
])("%s is a finding, never a crash", (_name, text, ruleId) => {
  const { config, findings } = parseTreeConfig(text);
  expect(config).toBe(DEFAULT_TREE_CONFIG);
  expect(findings[0]?.ruleId).toBe(ruleId);
});

test("a slip in the section `check` is found at its place", () => {
  const { findings } = parseTreeConfig("check:\n  profile: loose\n");
  expect(findings).toMatchObject([
    { ruleId: "config-schema", place: { start: { line: 2 }, pointer: "/check/profile" } },
  ]);
});

test.each([
  ["https://standards.example", 0],
  ["https://standards.example/office", 0],
  ["https://standards.example/", 1],
  ["http://standards.example", 1],
  ["https://standards.example?x", 1],
])("the address %s has %i findings", (address, count) => {
  expect(parseTreeConfig(`site: { address: "${address}" }`).findings).toHaveLength(count);
});

test.each([
  [
    "check:\n  severities:\n    descripton: note\n",
    "3 There is no rule `descripton`; did you mean `description`?",
    "description",
  ],
  ["check:\n  profil: strict\n", "2 `check` has no field `profil`; did you mean `profile`?", "profile"],
  ["check:\n  profile: strikt\n", "2 `check.profile` cannot be `strikt`; did you mean `strict`?", "strict"],
  [
    "check:\n  severities:\n    link-target: fatal\n",
    "3 `check.severities.link-target` cannot be `fatal`; expected one of `error`, `warning`, `note`, `off`.",
    undefined,
  ],
  [
    "tracks:\n  - { id: A, digit: 1 }\n  - { id: B, digit: 1 }\n",
    "3 The tracks `A` and `B` both have the digit `1`, so numbers cannot tell them apart; give one of them another digit.",
    undefined,
  ],
  ["tracks:\n  - { id: A, digit: 1 }\n  - { id: A, digit: 2 }\n", "3 There are two tracks `A`; keep one.", undefined],
  [
    "layout:\n  documents: Standarts\n",
    "2 `layout.documents` is `Standarts`, but the tree has no such folder; did you mean `Standards`?",
    "Standards",
  ],
  [
    "site:\n  name: a: b\n",
    '2 The value of `name` has a colon, which begins another field; put it in quotes: `name: "a: b"`.',
    '"a: b"',
  ],
  ["tracks: x\n", "1 `tracks` is `x`; expected a list.", undefined],
  ["check:\n  ignores:\n    - rule: slug-start\n", "3 Entry 1 of `check.ignores` lacks `reason`; add it.", undefined],
])("the configuration %j is told in words, with what was meant", (text, told, fixed) => {
  const { findings } = parseTreeConfig(text, ["Standards/scs-0100-v1-a.md"]);
  expect(findings.map(({ message, place }) => `${place.start.line} ${message}`)).toEqual([told]);
  const edit = findings[0]?.fix?.edits[0];
  expect(edit?.text).toBe(fixed);
  if (edit === undefined) return;
  const repaired = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  expect(parseTreeConfig(repaired, ["Standards/scs-0100-v1-a.md"]).findings).toEqual([]);
});

test("a layout may name a file: it is there, or it is told as one", () => {
  const text = "layout:\n  documents: Standards\n  accounts: accounts.yaml\n";
  const paths = ["Standards/scs-0100-v1-a.md"];
  expect(parseTreeConfig(text, [...paths, "accounts.yaml"]).findings).toEqual([]);
  expect(parseTreeConfig(text, paths).findings.map(({ message }) => message)).toEqual([
    "`layout.accounts` is `accounts.yaml`, but the tree has no such file; make it, or remove `accounts` from the layout.",
  ]);
});
