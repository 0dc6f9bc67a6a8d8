import { describe, expect, test } from "vitest";

import { table } from "#core/base/table.ts";
import { parsePurl } from "#core/sboms/purl/parse-purl.ts";
import { hashFault } from "#core/sboms/semantics/judge-hash.ts";
import { checkFiles } from "#core/standards/checking/check-files.ts";
import { readBlocks } from "#core/standards/comparison/read-blocks.ts";

/** Names that every object has from its prototype. */
const ODD_NAMES = ["constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "toLocaleString"] as const;

test("a table holds its rows and nothing else", () => {
  const words = table({ a: 1 });
  expect([words["a"], Object.keys(words)]).toEqual([1, ["a"]]);
  for (const name of [...ODD_NAMES, "__proto__"]) expect(words[name]).toBeUndefined();
});

describe.each(ODD_NAMES)("`%s` is a name like others", (name) => {
  test("as the type of a package", () => {
    const type = name.toLowerCase();
    expect(parsePurl(`pkg:${type}/Group/Name@1`)).toMatchObject({ ok: true, value: { type, name: "Name" } });
  });

  test("as the algorithm of a hash", () => {
    expect(hashFault(name, "00")).toBeUndefined();
  });

  test("as a field of a document", async () => {
    const text = `---\ntitle: T\ntype: Standard\nstatus: Draft\ntrack: IaaS\n${name}: x\n---\n\n## Introduction\n`;
    const path = "documents/scs-0100-v1-one.md";
    const { findings } = await checkFiles([{ path, bytes: new TextEncoder().encode(text) }]);
    const unknown = findings.filter(({ ruleId }) => ruleId === "front-matter-unknown-field");
    expect(unknown.map(({ message }) => message)).toEqual([expect.stringContaining(`\`${name}\``)]);
    expect(JSON.stringify(findings)).not.toContain("native code");
  });

  test("as an element and as a character reference of a page", () => {
    const [block] = readBlocks(`<p>a &${name.slice(0, 6).toLowerCase()}; <${name}>b</${name}></p>`);
    expect(JSON.stringify(block)).not.toContain("native code");
  });
});
