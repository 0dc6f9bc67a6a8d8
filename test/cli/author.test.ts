import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { installPackedCli, type PackedCli } from "./packed-cli.ts";

let cli: PackedCli;
beforeAll(async () => {
  cli = await installPackedCli();
});
afterAll(() => cli.remove());

test("a document is begun, accepted, stabilized and deprecated, and is clean at every step", async () => {
  const tree = folder("life");
  const stele = async (...args: string[]) => cli.run(args, { cwd: tree });
  const clean = async () =>
    expect(await stele("check", "--format", "json", "--max-warnings", "0")).toMatchObject({ code: 0 });

  expect((await stele("new", "standard", "Flavor", "naming", "--track", "IaaS")).out).toBe(
    "scs-xxxx-v1-flavor-naming.md\n",
  );
  const proposal = join(tree, "scs-xxxx-v1-flavor-naming.md");
  // What the template asks is still to be written.
  expect(await stele("accept", "scs-xxxx-v1-flavor-naming.md")).toMatchObject({
    code: 2,
    error: expect.stringContaining("line 25: Say what MUST hold"),
  });
  const written = readFileSync(proposal, "utf8")
    .replace(/^Say what MUST .*$/m, "Every name MUST be short.")
    .replaceAll(/(?<=^ *)(?:Say|Name|What this) .*$/gm, "A sentence of its author.");
  writeFileSync(proposal, written);
  await clean();
  writeFileSync(
    join(tree, "scs-0200-v1-other.md"),
    "---\ntitle: Other\ntype: Procedural\nstatus: Draft\ntrack: KaaS\n---\n\nSee [naming](scs-xxxx-v1-flavor-naming.md).\n",
  );
  expect((await stele("accept", "scs-xxxx-v1-flavor-naming.md")).code).toBe(0);
  expect(readdirSync(tree)).toEqual(["scs-0100-v1-flavor-naming.md", "scs-0200-v1-other.md"]);
  expect(readFileSync(join(tree, "scs-0200-v1-other.md"), "utf8")).toContain("(scs-0100-v1-flavor-naming.md)");
  await clean();
  const file = "scs-0100-v1-flavor-naming.md";
  expect(await stele("stabilize", file, "--on", "2024-01-01")).toMatchObject({
    out: `${file} is Stable now.\n`,
    error:
      "SCS-0001 asks of a Standard that becomes Stable:\n" +
      "  ? its tests are implemented: only people can tell\n" +
      "  ? it is shown to work, on the reference implementation: only people can tell\n" +
      "  ✔ it is documented, here or in a supplement: the section `Conformance Tests`\n",
  });
  await clean();
  expect((await stele("new", "supplement", "Größe", "--for", file)).out).toBe("scs-0100-w1-groesse.md\n");
  expect(readFileSync(join(tree, "scs-0100-w1-groesse.md"), "utf8")).toContain("track: IaaS\n");
  expect((await stele("stabilize", file)).code).toBe(2);
  expect(await stele("reject", file)).toMatchObject({ code: 2, error: expect.stringContaining("stele deprecate") });
  expect((await stele("deprecate", file, "--on", "2025-01-01", "--replaced-by", "scs-0200-v1-other.md")).code).toBe(0);
  expect(readFileSync(join(tree, file), "utf8")).toContain("replaced_by:\n  - scs-0200-v1-other.md\n");
});

test("what would overwrite or mislead is refused", async () => {
  const tree = folder("refused");
  const stele = async (...args: string[]) => cli.run(args, { cwd: tree });
  await stele("new", "standard", "One", "--track", "IaaS");
  expect(await stele("new", "standard", "One", "--track", "IaaS")).toMatchObject({
    code: 2,
    error: expect.stringContaining("exists already"),
  });
  for (const kind of ["toString", "constructor"]) {
    expect(await stele("new", kind, "x", "--track", "IaaS")).toMatchObject({
      code: 2,
      error: expect.stringContaining("Say what to make"),
    });
  }
  expect(await stele("new", "standard", "Two", "--track", "Cloud")).toMatchObject({
    code: 2,
    error: expect.stringContaining("--track"),
  });
  expect(await stele("new", "standard", "尺寸", "--track", "IaaS")).toMatchObject({
    code: 2,
    error: expect.stringContaining("--slug"),
  });
  expect(await stele("new", "standard", "尺寸", "--track", "iaas", "--slug", "sizes")).toMatchObject({
    code: 0,
    out: "scs-xxxx-v1-sizes.md\n",
  });
  const one = join(tree, "scs-xxxx-v1-one.md");
  expect(await stele("stabilize", "scs-xxxx-v1-one.md")).toMatchObject({
    code: 2,
    error: expect.stringContaining("sentences of the template"),
  });
  writeFileSync(one, "---\ntitle: One\ntype: Standard\nstatus: Draft\ntrack: IaaS\n---\n\n## Introduction\n\nText.\n");
  expect(await stele("accept", "scs-xxxx-v1-one.md", "--number", "0200")).toMatchObject({
    code: 2,
    error: expect.stringContaining("second digit is 1"),
  });
  expect(await stele("reject", "nowhere.md")).toMatchObject({
    code: 2,
    error: expect.stringContaining("no file `nowhere.md`"),
  });
});

test("explain shows why, examples and clause, and lists all rules", async () => {
  const page = await cli.run(["explain", "slug-start"]);
  expect(page).toMatchObject({ code: 0, error: "" });
  expect(page.out).toContain("SCS-0001, Document format; warning (strict), warning (practical)");
  expect(page.out).toContain("## Not ok");
  expect((await cli.run(["explain", "markdownlint/MD060"])).out).toContain("markdownlint");
  expect((await cli.run(["explain"])).out.split("\n").length).toBeGreaterThan(70);
  expect(await cli.run(["explain", "slug-strat"])).toMatchObject({
    code: 2,
    error: expect.stringContaining("`slug-start`"),
  });
});

function folder(name: string): string {
  const path = join(cli.folder, "trees", name);
  mkdirSync(path, { recursive: true });
  return path;
}
