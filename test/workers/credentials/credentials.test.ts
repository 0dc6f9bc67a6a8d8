import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { checkCredential } from "#core/trust/credentials/check-credential.ts";
import { failure, success } from "#core/base/result.ts";

import { reportYaml, upload } from "../certification-world.ts";
import { gzip } from "../gzip.ts";
import {
  createCertificateWorld,
  createJwk,
  get,
  grantCertificate,
  ORIGIN,
  setKeys,
  step,
} from "../certificate-world.ts";

let key: Record<string, string>;
let world: Awaited<ReturnType<typeof createCertificateWorld>>;

beforeEach(async () => {
  world = await createCertificateWorld();
  key = await createJwk("k2026");
  setKeys(key);
  Object.assign(env, { PUBLIC_ORIGIN: ORIGIN });
});

/** workerd warns when a type that is not text is read as text. */
async function textOf(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer());
}

/** Checks as a verifier does who knows nothing but the web. */
function check(text: string, now = new Date()) {
  const fetchText = async (url: string) => {
    // The DID of a host without port means https; the test worker does not care.
    const response = await get(new URL(url).pathname);
    return response.ok ? success(await textOf(response)) : failure(`status ${response.status}`);
  };
  return checkCredential(text, { now, crypto: crypto.subtle, gzip, fetchText });
}

async function verdict(text: string): Promise<string> {
  const { verdict, checks } = await check(text);
  return `${verdict}: ${checks.find(({ outcome }) => outcome !== "pass")?.message ?? "all passed"}`;
}

describe("a certificate", () => {
  test.each(["vc", "jwt"])("as .%s verifies with nothing but what this site publishes", async (form) => {
    const id = await grantCertificate();
    const response = await get(`/certificates/${id}.${form}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(form === "vc" ? "application/vc" : "application/vc+jwt");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const report = await check(await textOf(response));
    expect(report.checks.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual([
      "form",
      "signature",
      "issuer",
      "period",
      "status",
      "status",
    ]);
  });

  test("has the same bytes every time, and 304 for who has them", async () => {
    const id = await grantCertificate();
    const [first, second] = [await get(`/certificates/${id}.vc`), await get(`/certificates/${id}.vc`)];
    expect(await textOf(second)).toBe(await textOf(first));
    const etag = first.headers.get("etag") ?? "";
    expect((await get(`/certificates/${id}.vc`, { "if-none-match": etag })).status).toBe(304);
  });

  test("says what is certified, for whom, and where it stands", async () => {
    const id = await grantCertificate();
    expect(await (await get(`/certificates/${id}.vc`)).json()).toMatchObject({
      id: `${ORIGIN}/certificates/${id}`,
      type: ["VerifiableCredential", "OpenBadgeCredential", "CertificateCredential"],
      name: "Sample cloud v2 - alpha (demonstration)",
      issuer: { id: "did:web:stele.test" },
      credentialSubject: {
        achievement: { achievementType: "Certification", name: "Sample cloud v2" },
        certificate: {
          number: id,
          subject: "alpha",
          version: "v2",
          statusPage: `${ORIGIN}/certification/alpha/sample`,
        },
      },
      proof: { cryptosuite: "eddsa-jcs-2022", verificationMethod: "did:web:stele.test#k2026" },
    });
  });

  test("leads strangers to the redacted report, its hash and who signed it, and to whom it speaks of", async () => {
    const uuid = crypto.randomUUID();
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 }, uuid }));
    const id = await grantCertificate();
    const credential = JSON.parse(await textOf(await get(`/certificates/${id}.vc`))) as {
      readonly evidence: readonly { readonly id: string; readonly description: string }[];
      readonly credentialSubject: { readonly id: string };
    };
    const [evidence] = credential.evidence;
    const report = await get(evidence?.id.slice(ORIGIN.length) ?? "");
    expect(report.status).toBe(200);
    const html = await report.text();
    const hash = /[0-9a-f]{64}/.exec(evidence?.description ?? "")?.[0] ?? "no hash";
    expect(html).toContain(hash);
    expect(html).toContain("SHA256:");
    expect((await get(`/reports/${uuid}.sig`)).status).toBe(200);
    const subject = await get(credential.credentialSubject.id.slice(ORIGIN.length));
    expect(await subject.json()).toMatchObject({ subject: "alpha", certificates: [{ id, state: "granted" }] });
    expect((await get("/subjects/nobody")).status).toBe(404);
  });

  test("that is suspended, reinstated, revoked verifies accordingly, although its own bytes stay the same", async () => {
    const id = await grantCertificate();
    const text = await textOf(await get(`/certificates/${id}.vc`));
    expect(await verdict(text)).toBe("valid: all passed");
    await step(id, "suspended");
    expect(await verdict(text)).toBe("invalid: It is suspended.");
    await step(id, "reinstated");
    expect(await verdict(text)).toBe("valid: all passed");
    await step(id, "revoked");
    expect(await verdict(text)).toBe("invalid: It is revoked.");
    expect(await textOf(await get(`/certificates/${id}.vc`))).toBe(text);
  });

  test("that was never granted has no credential", async () => {
    expect((await get("/certificates/2026-0001.vc")).status).toBe(404);
    expect((await get("/certificates/2026-0001.jwt")).headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("keys", () => {
  test("that no longer sign still verify what they signed", async () => {
    const id = await grantCertificate();
    const old = await textOf(await get(`/certificates/${id}.vc`));
    const { d: _private, ...publicHalf } = key;
    setKeys(await createJwk("k2027"), publicHalf);
    expect(await verdict(old)).toBe("valid: all passed");
    const renewed = await textOf(await get(`/certificates/${id}.vc`));
    expect(renewed).toContain("#k2027");
    expect(await verdict(renewed)).toBe("valid: all passed");
  });

  test("that are taken out of the set verify nothing any more", async () => {
    const id = await grantCertificate();
    const old = await textOf(await get(`/certificates/${id}.vc`));
    setKeys(await createJwk("k2027"));
    expect(await verdict(old)).toContain("invalid: The issuer does not vouch for the key");
  });

  test("are published without their private part", async () => {
    const text = await textOf(await get("/.well-known/did.json"));
    expect(text).not.toContain(key["d"]);
    expect(JSON.parse(text)).toMatchObject({ id: "did:web:stele.test", assertionMethod: ["did:web:stele.test#k2026"] });
  });

  test.each([
    ["absent", ""],
    ["no JSON", "private-secret-text"],
    ["an empty set", '{"keys":[]}'],
    ["of another kind", '{"keys":[{"kty":"RSA","kid":"k"}]}'],
  ])("that are %s make credentials 503 with the remedy, and never appear in the answer", async (_name, secret) => {
    Object.assign(env, { CREDENTIAL_KEYS: secret });
    const id = await grantCertificate();
    for (const path of ["/.well-known/did.json", `/certificates/${id}.vc`, "/status-lists/revocation/1"]) {
      const response = await get(path);
      expect(response.status, path).toBe(503);
      const { detail } = await response.json<{ detail: string }>();
      expect(detail).toContain("CREDENTIAL_KEYS");
      expect(detail).not.toContain("private-secret-text");
    }
    expect((await get(`/certificates/${id}`)).status).toBe(200);
  });
});

test.each([
  ["not set", undefined],
  ["empty", ""],
  ["no address", "certs.example.org"],
  ["no web address", "javascript:alert(1)"],
])("nothing is signed under a name that the sender of a request chose: PUBLIC_ORIGIN is %s", async (_name, value) => {
  const id = await grantCertificate();
  Object.assign(env, { PUBLIC_ORIGIN: value });
  const uuid = crypto.randomUUID();
  await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": 1 }, uuid }));
  const paths = [
    "/.well-known/did.json",
    `/certificates/${id}.vc`,
    `/certificates/${id}.jwt`,
    "/status-lists/revocation/1",
    "/certification/alpha/sample/attestation.vc",
    "/certification/alpha/sample/attestation.jwt",
  ];
  for (const path of paths) {
    const response = await exports.default.fetch(`https://evil.example${path}`);
    expect(response.status, path).toBe(503);
    expect((await response.json<{ detail: string }>()).detail).toContain("PUBLIC_ORIGIN");
  }
  expect((await exports.default.fetch(`https://evil.example/certificates/${id}`)).status).toBe(200);
});

test("what is signed carries the configured name, whatever the request says", async () => {
  const id = await grantCertificate();
  const response = await exports.default.fetch(`https://evil.example/certificates/${id}.vc`);
  expect(await textOf(response)).not.toContain("evil.example");
});

describe("status lists", () => {
  test("are there from the first day, and nothing else is", async () => {
    const response = await get("/status-lists/revocation/1");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ credentialSubject: { statusPurpose: "revocation" } });
    expect((await get("/status-lists/suspension/1")).status).toBe(200);
    for (const path of ["revocation/2", "revocation/0", "other/1", "revocation/99999999"]) {
      expect((await get(`/status-lists/${path}`)).status).toBe(404);
    }
  });

  test("end two days after they were made, so that an old one cannot hide a revocation", async () => {
    const id = await grantCertificate();
    const text = await textOf(await get(`/certificates/${id}.vc`));
    const { validUntil } = await (await get("/status-lists/revocation/1")).json<{ validUntil: string }>();
    const ahead = new Date(validUntil).getTime() - Date.now();
    expect(ahead).toBeGreaterThan(86_400_000);
    expect(ahead).toBeLessThanOrEqual(2 * 86_400_000);
    expect((await check(text, new Date(validUntil))).verdict).toBe("undetermined");
  });
});

describe("an attestation", () => {
  const path = "/certification/alpha/sample/attestation.vc";

  test("says that every test passes, verifies, and ends with the next known change", async () => {
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": 1 } }));
    const response = await get(path);
    expect(response.status).toBe(200);
    const text = await textOf(response);
    expect(await verdict(text)).toBe("valid: all passed");
    const { validUntil, credentialSubject } = JSON.parse(text) as { validUntil: string; credentialSubject: unknown };
    expect(credentialSubject).toMatchObject({ compliance: { subject: "alpha", version: "v2", tests: 2 } });
    const status = await (await get("/certification/alpha/sample.json")).json<{ nextChange: string }>();
    expect(new Date(validUntil)).toEqual(new Date(status.nextChange));
    expect((await check(text, new Date(validUntil))).verdict).toBe("invalid");
    expect(await verdict(await textOf(await get(path.replace(".vc", ".jwt"))))).toBe("valid: all passed");
  });

  const passing = () =>
    upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": 1 } }));

  test("turns with the facts: after a failure it is not valid any more, and its id is gone, with the reason", async () => {
    await passing();
    const text = await textOf(await get(path));
    const { id } = JSON.parse(text) as { id: string };
    const address = id.slice(ORIGIN.length);
    const [vc, jwt] = [await get(address), await get(address.replace(".vc", ".jwt"))];
    expect([vc.status, jwt.status]).toEqual([200, 200]);
    expect(await verdict(await textOf(vc))).toBe("valid: all passed");
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": -1 } }));
    expect(await verdict(text)).toBe("invalid: It is suspended.");
    expect(await verdict(await textOf(jwt))).toBe("invalid: It is suspended.");
    const gone = await get(address);
    expect(gone.status).toBe(410);
    expect((await gone.json<{ detail: string }>()).detail).toMatch(/no longer so/);
    await passing();
    expect(await verdict(text)).toBe("valid: all passed");
    expect((await get(address)).status).toBe(200);
  });

  test("names the certificate, and is worth what that is worth", async () => {
    await passing();
    const certificate = await grantCertificate();
    const text = await textOf(await get(path));
    const report = await check(text);
    expect([report.verdict, report.what]).toEqual(["valid", expect.stringMatching(/^attestation of \d{4}-.*Z$/)]);
    expect(report.checks.filter(({ about }) => about?.includes(certificate))).toHaveLength(6);
    await step(certificate, "suspended");
    expect(await verdict(text)).toBe("invalid: It is suspended.");
    await step(certificate, "reinstated");
    expect(await verdict(text)).toBe("valid: all passed");
    await step(certificate, "revoked");
    expect(await verdict(text)).toContain("invalid: It is revoked.");
    const { id } = JSON.parse(text) as { id: string };
    expect((await get(id.slice(ORIGIN.length))).status).toBe(410);
  });

  test.each([
    ["no instant", "yesterday", 400],
    ["an instant to come", "2099-01-01T00:00:00Z", 400],
    ["an instant without a statement", "2020-01-01T00:00:00Z", 410],
    ["a version that does not pass", "2020-01-01T00:00:00Z&version=v1", 410],
  ])("of %s is refused", async (_name, at, status) => {
    await passing();
    expect((await get(`${path}?at=${at}`)).status).toBe(status);
    expect((await get("/certification/nobody/sample/attestation-status")).status).toBe(404);
  });

  test("is not given where a test fails, is missing, or nothing is known", async () => {
    expect((await get(path)).status).toBe(404);
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 } }));
    expect((await get(path)).status).toBe(404);
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": -1, "image-names": -1 } }));
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ title: "Nothing to attest" });
    expect((await get(path.replace("sample", "other"))).status).toBe(404);
  });
});

test("the page that verifies loads its script from this site and shows the form only with it", async () => {
  const html = await textOf(await get("/verify"));
  expect(html).toMatch(/<script src="\/assets\/verify-[0-9a-f]+\.js"/);
  expect(html).toMatch(/<form[^>]* hidden/);
  expect(html).toContain("<noscript>");
});
