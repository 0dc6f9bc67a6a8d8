import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { createCertificateWorld, grantCertificate, step } from "../certificate-world.ts";
import { get, publish, reportYaml, SCOPE, SCOPE_UUID, upload, type TestAccount } from "../certification-world.ts";

let alpha: TestAccount;
let bravo: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo } = await createCertificateWorld());
});

async function title(path: string): Promise<string | undefined> {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  return /<title>(.*)<\/title>/.exec(await response.text())?.[1];
}

async function report(account: TestAccount, results: Record<string, number>, daysAgo = 0): Promise<void> {
  const checkedAt = new Date(Date.now() - 60_000 - daysAgo * 86_400_000).toISOString();
  const response = await upload(account, reportYaml({ subject: account.subject, results, checkedAt }));
  expect(response.status).toBe(200);
}

describe("the badge says in words", () => {
  test("that everything passes, for the alias and the UUID of the scope", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": 1 });
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: v2 passing");
    expect(await title(`/badges/bravo/${SCOPE_UUID}.svg`)).toBe("Sample cloud: v2 passing");
  });

  test("that only the version about to retire passes", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": -1 });
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: v1 passing, retires soon");
  });

  test("that a test fails, that results are missing, and that the data is made up", async () => {
    await report(alpha, { "flavor-names": -1, "image-names": 1 });
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: 1 test failing");
    await report(bravo, { "flavor-names": 1 });
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: 1 result missing for v2");
  });

  test("that results expired", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": 1 }, 30);
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: results expired");
  });

  test("what it does not know, with 200, whatever the address", async () => {
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: no results yet");
    expect(await title("/badges/nobody/sample.svg")).toBe("Sample cloud: unknown cloud");
    expect(await title("/badges/bravo/nothing.svg")).toBe("certification: unknown scope");
    expect(await title("/badges/%3Cscript%3E/%22%26.svg")).toBe("certification: unknown scope");
  });
});

test("a badge may be embedded anywhere and loads nothing", async () => {
  const { headers } = await get("/badges/bravo/sample.svg");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("the same state is 304, another one is not", async () => {
  const etag = (await get("/badges/bravo/sample.svg")).headers.get("etag") ?? "";
  const again = () => get("/badges/bravo/sample.svg", { headers: { "if-none-match": etag } });
  const unchanged = await again();
  expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
  await report(bravo, { "flavor-names": 1 });
  expect((await again()).status).toBe(200);
});

test.each(["sample.svg", "sample.png", "sample.json", "sample/recommended.svg", "sample/qr.svg", "sample/qr.png"])(
  "HEAD of %s has the headers and no body",
  async (file) => {
    const response = await get(`/badges/bravo/${file}`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    const { headers } = await get(`/badges/bravo/${file}`);
    for (const name of ["etag", "content-type", "cache-control"]) {
      expect(response.headers.get(name)).toBe(headers.get(name));
    }
  },
);

test("caches keep a badge five minutes at most, and never beyond the next change", async () => {
  const cacheControl = async () => (await get("/badges/bravo/sample.svg")).headers.get("cache-control") ?? "";
  expect(await cacheControl()).toBe("public, max-age=300, stale-if-error=86400");
  await report(bravo, { "flavor-names": 1, "image-names": 1 });
  const [, maxAge, stale] = /^public, max-age=(\d+), stale-if-error=(\d+)$/.exec(await cacheControl()) ?? [];
  // `image-names` lives until midnight of the day after tomorrow.
  expect(Number(maxAge)).toBeLessThanOrEqual(300);
  expect(Number(maxAge) + Number(stale)).toBeLessThanOrEqual(48 * 3600);
});

test.each([
  ["a cloud", "/badges/nobody/sample"],
  ["a scope", "/badges/bravo/nothing"],
  ["a group", "/badges/group-nobody/sample"],
  ["a provider", "/badges/providers/nobody"],
  ["the recommendations of a cloud", "/badges/nobody/sample/recommended"],
  ["the code of a cloud", "/badges/nobody/sample/qr"],
])("what is said of %s that nobody knows is kept a minute, and by no proxy that cannot ask", async (_what, path) => {
  for (const format of ["svg", "png"]) {
    const { headers, status } = await get(`${path}.${format}`);
    expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=60"]);
  }
  expect(await title(`${path}.svg`)).toMatch(/: unknown (?:cloud|scope)$/);
});

test("a code leads to a page that is there, and what has none is an image that says why", async () => {
  const known = await (await get("/badges/bravo/sample/qr.svg")).text();
  expect(known).toContain("Status page of bravo, sample");
  expect((await get("/badges/bravo/sample/qr.svg")).headers.get("cache-control")).toBe("public, max-age=86400");
  expect((await get("/badges/group-pair/sample/qr.svg")).headers.get("cache-control")).toBe("public, max-age=86400");
  expect((await get("/page/detail/group-pair/sample")).status).toBe(200);
  const long = "x".repeat(600);
  expect(await title(`/badges/${long}/sample/qr.svg`)).toBe("certification: address too long");
  const { headers, status } = await get(`/badges/bravo/${long}/qr.png`);
  expect([status, headers.get("content-type")]).toEqual([200, "image/png"]);
});

test("the JSON beside it is what shields.io reads", async () => {
  await report(bravo, { "flavor-names": 1, "image-names": 1 });
  const response = await get("/badges/bravo/sample.json");
  expect(await response.json()).toEqual({
    schemaVersion: 1,
    label: "Sample cloud",
    message: "v2 passing",
    color: "#1f5aa6",
    labelColor: "#343a40",
  });
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

describe("a certificate", () => {
  test("turns the badge with every step of its life, at once", async () => {
    await report(alpha, { "flavor-names": 1, "image-names": 1 });
    const id = await grantCertificate();
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: v2 certified");
    expect((await step(id, "suspended")).ok).toBe(true);
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: certificate suspended");
    expect((await step(id, "reinstated")).ok).toBe(true);
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: v2 certified");
    expect((await step(id, "revoked")).ok).toBe(true);
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: certificate revoked");
  });

  test("does not hide a failing test", async () => {
    await report(alpha, { "flavor-names": 1, "image-names": 1 });
    await grantCertificate();
    await report(alpha, { "flavor-names": 1, "image-names": -1 });
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: v2 certified, 1 test failing");
  });

  test("gives its last day to the seal", async () => {
    await report(alpha, { "flavor-names": 1, "image-names": 1 });
    await grantCertificate();
    expect(await title("/badges/alpha/sample.svg?style=seal")).toMatch(
      /^demo · Sample cloud: v2 certified, until \d+ \w+ \d{4}$/,
    );
  });
});

describe("the address chooses", () => {
  test("style, theme and language", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": 1 });
    const svg = async (query: string) => (await get(`/badges/bravo/sample.svg${query}`)).text();
    expect(await svg("?style=for-the-badge")).toContain("SAMPLE CLOUD");
    expect(await svg("?style=seal")).toContain('viewBox="0 0 180 232"');
    expect(await svg("?theme=dark")).toContain("#93bbf4");
    expect(await svg("?theme=auto")).toContain("prefers-color-scheme:dark");
    expect(await title("/badges/bravo/sample.svg?lang=de")).toBe("Sample cloud: v2 bestanden");
    expect(await svg("?style=nonsense&theme=nonsense&lang=nonsense")).toBe(await svg(""));
  });

  test("the label from what the provider or the site declares, but not that it is a demonstration", async () => {
    await publish({
      "scopes/sample.yaml": SCOPE,
      "providers/alpha.yaml": `provider: {id: alpha, name: Alpha Inc., demo: true, badge_labels: ["Our \\"<b>\\" cloud"]}
offerings: [{name: Alpha Cloud, subjects: [alpha], scopes: [sample]}]
`,
      "stele.config.yaml": "site: {badge_labels: [Compatible]}\n",
    });
    const labeled = (label: string, subject = "alpha") =>
      title(`/badges/${subject}/sample.svg?label=${encodeURIComponent(label)}`);
    for (const label of ["Alpha Cloud", "Alpha Inc.", "Sample cloud", "Compatible"]) {
      expect(await labeled(label)).toBe(`demo · ${label} (demo · Sample cloud): no results yet`);
    }
    expect(await labeled('Our "<b>" cloud')).toBe(
      "demo · Our &quot;&lt;b&gt;&quot; cloud (demo · Sample cloud): no results yet",
    );
    expect(await labeled("")).toBe("demo (demo · Sample cloud): no results yet");
    expect(await labeled("Compatible", "bravo")).toBe("Compatible (Sample cloud): no results yet");
  });

  test("no claim: free words are refused by an image that says so, wherever they are asked for", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": 1 });
    const claim = `label=${encodeURIComponent("EUCS High · Other Cloud")}`;
    for (const path of ["bravo/sample", "bravo/sample/recommended", "alpha/sample", "group-pair/sample"]) {
      const answer = await get(`/badges/${path}.svg?${claim}`);
      const text = await answer.text();
      expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([path, 200, "public, max-age=60"]);
      expect(text).toContain("label not declared");
      expect(text).not.toMatch(/EUCS|passing|certified/);
      expect(await (await get(`/badges/${path}.json?${claim}`)).json()).toMatchObject({
        message: "label not declared",
        isError: true,
      });
    }
    // Names of another cloud are no labels of this one.
    expect(await title("/badges/bravo/sample.svg?label=Alpha%20Cloud")).toContain("label not declared");
    expect(await title("/badges/providers/alpha.svg?label=Alpha%20Cloud")).toContain("label not declared");
    expect(await title("/badges/nobody/sample.svg?label=EUCS")).toBe("Sample cloud: unknown cloud");
  });

  test("nothing else: cookies and Accept change nothing, and caches are told of no variance", async () => {
    const plain = await get("/badges/bravo/sample.svg");
    const other = await get("/badges/bravo/sample.svg", {
      headers: { accept: "image/png", cookie: "theme=dark", "accept-language": "de", "user-agent": "x" },
    });
    expect(await other.text()).toBe(await plain.text());
    expect(other.headers.get("vary")).toBeNull();
    expect(other.headers.get("set-cookie")).toBeNull();
  });
});

describe("a group or a provider", () => {
  test("is as good as the worst of its clouds", async () => {
    await env.DB.prepare("UPDATE account SET group_name = 'duo' WHERE subject IN ('alpha', 'bravo')").run();
    await report(alpha, { "flavor-names": 1, "image-names": 1 });
    await report(bravo, { "flavor-names": -1, "image-names": 1 });
    expect(await title("/badges/group-duo/sample.svg")).toBe("demo · Sample cloud: 1 of 2 failing");
    expect(await title("/badges/group-nobody/sample.svg")).toBe("Sample cloud: unknown cloud");
  });

  test("has a badge for one scope and one for all", async () => {
    await report(alpha, { "flavor-names": 1, "image-names": 1 });
    expect(await title("/badges/providers/alpha/sample.svg")).toBe("demo · Alpha Inc. · Sample cloud: 1 of 1 passing");
    expect(await title("/badges/providers/alpha.svg")).toBe("demo · Alpha Inc.: 1 of 1 passing");
    expect(await title("/badges/providers/alpha/nothing.svg")).toBe("certification: unknown scope");
    expect(await title("/badges/providers/nobody.svg")).toBe("certification: unknown cloud");
  });
});

test("recommendations that are met are counted", async () => {
  expect(await title("/badges/bravo/sample/recommended.svg")).toBe("Sample cloud · recommendations: 0 of 1 met");
  await report(bravo, { contract: 1 });
  expect(await title("/badges/bravo/sample/recommended.svg")).toBe("Sample cloud · recommendations: 1 of 1 met");
});

describe("as pixels", () => {
  /** Width and height as the header of a PNG says. */
  async function sizeOf(path: string): Promise<readonly number[]> {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    const bytes = await response.arrayBuffer();
    expect([...new Uint8Array(bytes, 0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    return [new DataView(bytes).getUint32(16), new DataView(bytes).getUint32(20)];
  }

  test("a badge has one, two or three of them per unit", async () => {
    const [width = 0, height] = await sizeOf("/badges/bravo/sample.png");
    expect(height).toBe(20);
    expect(await sizeOf("/badges/bravo/sample.png?size=2x")).toEqual([width * 2, 40]);
    expect(await sizeOf("/badges/bravo/sample.png?size=3x")).toEqual([width * 3, 60]);
    expect(await sizeOf("/badges/bravo/sample.png?style=seal&size=3x&theme=dark")).toEqual([540, 696]);
    expect(await sizeOf("/badges/nobody/nothing.png")).toEqual([expect.any(Number), 20]);
  });

  test("the pixels are those that were drawn: they decode to the size of the picture", async () => {
    const bytes = new Uint8Array(await (await get("/badges/bravo/sample.png")).arrayBuffer());
    const view = new DataView(bytes.buffer);
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    const at = 8 + 25 + 21;
    expect(String.fromCharCode(...bytes.subarray(at + 4, at + 8))).toBe("IDAT");
    const data = bytes.slice(at + 8, at + 8 + view.getUint32(at));
    const rows = new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate")));
    expect((await rows.arrayBuffer()).byteLength).toBe((width * 4 + 1) * height);
  });

  test("the same state is 304", async () => {
    const first = await get("/badges/bravo/sample.png?size=2x");
    const etag = first.headers.get("etag") ?? "";
    expect((await get("/badges/bravo/sample.png?size=2x", { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await get("/badges/bravo/sample.png?size=3x")).headers.get("etag")).not.toBe(etag);
    await report(bravo, { "flavor-names": 1 });
    expect((await get("/badges/bravo/sample.png?size=2x", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  test("a code for print is a PNG too", async () => {
    const [width, height] = await sizeOf("/badges/bravo/sample/qr.png");
    expect(width).toBe(height);
    expect(await sizeOf("/badges/bravo/sample/qr.png?size=3x")).toEqual([(width ?? 0) * 3, (height ?? 0) * 3]);
  });
});

describe("an image comes in every case", () => {
  test.each(["/badges", "/badges/", "/badges/x", "/badges/a/b.gif", "/badges/a/b/c/d.svg", "/badges/%00/%ff.svg"])(
    "for the address %s",
    async (path) => {
      expect(await title(path)).toMatch(/: unknown (?:scope|cloud)$/);
    },
  );

  test("when the database does not answer, and it is forgotten soon", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { DB } = env;
    const broken = () => {
      throw new Error("D1_ERROR: the database is away");
    };
    // Another subject than anybody asked for before: the memory of the isolate has no answer either.
    Object.assign(env, { DB: { prepare: broken, batch: broken } });
    try {
      const response = await get("/badges/somebody/sample.svg?lang=de");
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("<title>Zertifizierung: Status nicht abrufbar</title>");
      expect(response.headers.get("cache-control")).toBe("public, max-age=5");
      const json = await get("/badges/somebody/sample.json");
      expect(await json.json()).toMatchObject({ message: "status unavailable", isError: true });
      expect((await get("/badges/somebody/sample.png")).headers.get("content-type")).toBe("image/png");
    } finally {
      Object.assign(env, { DB });
      log.mockRestore();
    }
  });
});

test("a result that came in through another isolate shows within five seconds", async () => {
  await report(bravo, { "flavor-names": 1, "image-names": 1 });
  expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: v2 passing");
  await env.DB.prepare("UPDATE latest_result SET value = -1 WHERE subject = 'bravo'").run();
  const deadline = Date.now() + 5_000;
  let shown = await title("/badges/bravo/sample.svg");
  while (shown === "Sample cloud: v2 passing" && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    shown = await title("/badges/bravo/sample.svg");
  }
  expect(shown).toBe("Sample cloud: 2 tests failing");
});

describe("the page that helps to embed it", () => {
  test("has a snippet in every language of markup, with absolute addresses", async () => {
    const html = await (await get("/badges/alpha/sample/embed")).text();
    for (const text of [
      "srcset=&quot;http://stele.test/badges/alpha/sample.svg?theme=dark&quot;",
      "[![Sample cloud: certification status of Alpha Cloud](http://stele.test/badges/alpha/sample.svg?theme=auto)](http://stele.test/certification/alpha/sample)",
      ".. image:: http://stele.test/badges/alpha/sample.svg?theme=auto",
      "image:http://stele.test/badges/alpha/sample.svg?theme=auto[",
    ]) {
      expect(html).toContain(text);
    }
    expect(html).toContain("demonstration data");
  });

  test("shows what was chosen, without script", async () => {
    const query = "?style=seal&theme=dark&lang=de&format=png-3x&label=Alpha%20Cloud";
    const html = await (await get(`/badges/alpha/sample/embed${query}`)).text();
    const path = "/badges/alpha/sample.png?style=seal&amp;theme=dark&amp;lang=de&amp;label=Alpha%20Cloud&amp;size=3x";
    expect(html).toContain(`src="${path}" alt="demo · Sample cloud: no results yet" height="232"`);
    expect(html).toMatch(/<option value="seal" selected(?:="")?>/);
    expect(html).toMatch(/<option value="Alpha Cloud" selected(?:="")?>/);
    const undeclared = await (await get("/badges/alpha/sample/embed?label=EUCS%20High")).text();
    expect(undeclared).not.toContain("EUCS");
  });

  test("is not there for a cloud or a scope that nobody knows", async () => {
    expect((await get("/badges/nobody/sample/embed")).status).toBe(404);
    expect((await get("/badges/alpha/nothing/embed")).status).toBe(404);
  });
});
