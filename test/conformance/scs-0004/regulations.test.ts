/** Each regulation of SCS-0004 against a running Stele; README.md says where the rest of each is tested. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createCertifiedWorld, type CertifiedWorld } from "./certified-world.ts";

interface CertificateAnswer {
  readonly state: string;
  readonly valid: boolean;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly statusPage: string;
}

let world: CertifiedWorld;
/** The certificate of alpha. */
let id: string;

beforeAll(async () => {
  world = await createCertifiedWorld();
  await world.report("alpha", 1);
  id = await world.certify("alpha");
});

afterAll(() => world.close());

async function certificate(file = `${id}.json`): Promise<CertificateAnswer> {
  return JSON.parse(await (await world.get(`/certificates/${file}`)).text()) as CertificateAnswer;
}

interface StatusAnswer {
  readonly verdict: string;
  readonly certificate?: { readonly id: string; readonly state: string };
  readonly manualChecks: readonly { readonly testcase: string; readonly state: string; readonly dueOn: string }[];
}

/** The status of alpha, now or at an instant. */
async function status(at?: string): Promise<StatusAnswer> {
  const query = at === undefined ? "" : `?at=${at}`;
  return JSON.parse(await (await world.get(`/certification/alpha/sample.json${query}`)).text()) as StatusAnswer;
}

async function save(path: string, account?: string): Promise<string> {
  const response = await world.get(path, account);
  expect(response.status).toBe(200);
  const file = path.split("/").at(-1) ?? "";
  writeFileSync(join(world.folder, file), Buffer.from(await response.arrayBuffer()));
  return file;
}

describe("Regulation 0: the assessment body", () => {
  test("applications are addressed to it, and it alone decides", async () => {
    const steps = ["grant", "reject", "suspend", "revoke", "renew"];
    for (const step of steps) {
      const outcome = await world.run("alpha", ["certificate", step, id, "--reason", "I want it."]);
      expect(outcome).toMatchObject({ code: 1, error: expect.stringContaining("Only the certification body") });
    }
    expect((await certificate()).state).toBe("granted");
  });
});

describe("Regulation 1: subject, scope and term", () => {
  test("a certificate is bound to a subject, a scope and a version, and lasts one year", async () => {
    const { validFrom, validUntil, ...answer } = await certificate();
    expect(answer).toMatchObject({ subject: "alpha", scope: { alias: "sample" }, version: "v1", valid: true });
    const days = (Date.parse(validUntil) - Date.parse(validFrom)) / 86_400_000;
    expect([365, 366]).toContain(Math.round(days));
  });

  test("it ends by itself after the year, to the millisecond", async () => {
    const { validUntil } = await certificate();
    const before = new Date(Date.parse(validUntil) - 1).toISOString();
    expect((await certificate(`${id}.json?at=${before}`)).state).toBe("granted");
    expect((await certificate(`${id}.json?at=${validUntil}`)).state).toBe("expired");
  });

  test("the term does not depend on the timeline of the scope", async () => {
    // The year is written down when the certificate is granted; no later change of the scope is asked about it.
    const { validUntil } = await certificate();
    const rows = await world.stele.env.DB.prepare("SELECT facts FROM certificate_event WHERE kind = 'granted'").all();
    expect(String(rows.results[0]?.["facts"])).toContain(validUntil);
  });
});

describe("Regulation 2: automated tests", () => {
  test("signed reports are accepted, and the status page shows their results", async () => {
    const { response } = await world.report("alpha", 1);
    expect(response.status).toBe(200);
    expect(await (await world.get("/certification/alpha/sample")).text()).toContain("flavor-names");
  });

  test("results that are not renewed at their interval stop to count", async () => {
    await world.report("alpha", 1);
    expect(await status()).toMatchObject({ verdict: "certified" });
    const threeWeeksOn = new Date(Date.now() + 21 * 86_400_000).toISOString();
    expect(await status(threeWeeksOn)).toMatchObject({ verdict: "expired", certificate: { state: "granted" } });
  });

  test("whoever has the operator's public key can verify a report", async () => {
    const { uuid } = await world.report("alpha", 1);
    const [report, signature] = [await save(`/reports/${uuid}/raw`, "alpha"), await save(`/reports/${uuid}.sig`)];
    writeFileSync(join(world.folder, "keys"), world.publicKey("alpha"));
    const args = ["verify", report, "--signature", signature, "--keys", "keys"];
    expect(await world.run("nobody", args)).toMatchObject({ code: 0, out: expect.stringContaining("✓ Signed with") });
    writeFileSync(join(world.folder, report), `${readFileSync(join(world.folder, report), "utf8")} `);
    expect((await world.run("nobody", args)).code).toBe(1);
  });
});

describe("Regulation 3: manual checks", () => {
  test("a check that is not repeated by the end of the next quarter is overdue, on the status page too", async () => {
    const { manualChecks } = await status();
    const dueOn = manualChecks[0]?.dueOn ?? "";
    expect(manualChecks).toMatchObject([{ testcase: "backup-drill", state: expect.stringMatching(/passed|due/) }]);
    expect(dueOn).toMatch(/-(?:03-31|06-30|09-30|12-31)$/);
    const dayAfter = new Date(Date.parse(`${dueOn}T00:00:00Z`) + 86_400_000).toISOString();
    expect((await status(dayAfter)).manualChecks).toMatchObject([{ state: "overdue" }]);
    expect(await (await world.get(`/certification/alpha/sample?at=${dayAfter}`)).text()).toContain("Overdue");
  });

  test("they are due once per quarter, and their outcome is kept with reviewer and date", async () => {
    const page = await (await world.get(`/certificates/${id}`)).text();
    expect(page).toContain("backup-drill");
    expect(page).toContain("Due by");
    const args = [
      "--testcase",
      "backup-drill",
      "--outcome",
      "passed",
      "--evidence",
      "dossier 7",
      "--reason",
      "Restored.",
    ];
    expect((await world.run("forum", ["certificate", "check", id, ...args])).code).toBe(0);
    const after = await (await world.get(`/certificates/${id}`)).text();
    expect(after).toContain("Manual check: backup-drill passed");
    expect(after).not.toContain("dossier 7");
  });
});

describe("Regulation 4: the status page", () => {
  test("every certificate has one, and it is public", async () => {
    const { statusPage } = await certificate();
    const response = await world.get(statusPage);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  test("it shows the standards achieved, the current state, and the history of every result of 18 months", async () => {
    const page = await (await world.get("/certification/alpha/sample")).text();
    expect(page).toContain(`alpha is certified as Sample cloud v1 until`);
    for (const part of ["Versions passed", id, 'id="flavor-names"', "History of 18 months", 'class="history-chart"']) {
      expect(page).toContain(part);
    }
    const csv = await (await world.get("/certification/alpha/sample/history.csv")).text();
    expect(csv).toMatch(/^flavor-names,\*,PASS,/m);
    const history = JSON.parse(await (await world.get("/certification/alpha/sample/history.json")).text()) as {
      from: string;
    };
    const months = (Date.now() - Date.parse(history.from)) / (30.44 * 86_400_000);
    expect(months).toBeGreaterThan(17.9);
    expect(months).toBeLessThan(18.2);
  });

  test("it stays for the time of validity and three months, and its content for twelve", async () => {
    const { validUntil, statusPage } = await certificate();
    const pageAfter = async (days: number) =>
      (
        await world.get(`${statusPage}?at=${new Date(Date.parse(validUntil) + days * 86_400_000).toISOString()}`)
      ).text();
    expect(await pageAfter(1)).toContain("ended on");
    expect(await pageAfter(1)).not.toContain("Kept for a successor");
    expect(await pageAfter(89)).not.toContain("Kept for a successor");
    expect(await pageAfter(100)).toContain("Kept for a successor");
    expect(await pageAfter(360)).toContain("Kept for a successor");
  });

  test("the page of a certificate outlives it, and answers for every day of the past", async () => {
    const { validUntil } = await certificate();
    const late = new Date(Date.parse(validUntil) + 300 * 86_400_000).toISOString();
    expect(await (await world.get(`/certificates/${id}?at=${late}`)).text()).toContain("expired on");
  });
});

describe("Regulation 5: the decision", () => {
  test("an application is granted, rejected, or asked about; each decision needs its reason", async () => {
    const apply = ["certificate", "apply", "--subject", "bravo", "--scope", "sample", "--version", "v1"];
    const applied = await world.run("bravo", [...apply, "--reason", "We are ready."]);
    expect(applied).toMatchObject({ code: 0, error: "" });
    const bravo = applied.out.slice(0, 9);
    expect((await world.run("forum", ["certificate", "ask", bravo])).code).toBe(2);
    const step = (account: string, verb: string) =>
      world.run(account, ["certificate", verb, bravo, "--reason", "Where are the logs?"]);
    expect(await step("forum", "ask")).toMatchObject({ error: "", out: expect.stringContaining("questioned") });
    expect((await step("bravo", "answer")).out).toContain("applied");
    expect((await step("forum", "reject")).out).toContain("rejected");
    expect((await step("forum", "grant")).code).toBe(1);
    // Who was turned down is not put on display.
    expect((await world.get(`/certificates/${bravo}`)).status).toBe(404);
    expect(await (await world.get("/certificates.json")).text()).not.toContain(bravo);
  });
});

describe("Regulation 6: showing the certificate", () => {
  test("there is a badge to show, and a QR code that leads to the status page", async () => {
    expect((await world.get("/badges/alpha/sample.svg")).headers.get("content-type")).toContain("image/svg+xml");
    const code = await world.get("/badges/alpha/sample/qr.svg");
    expect(code.headers.get("content-type")).toContain("image/svg+xml");
    expect(code.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(await code.text()).toContain("<title>Status page of alpha, sample</title>");
    // What is offered for copying leads to the status page.
    const embed = await (await world.get("/badges/alpha/sample/embed")).text();
    expect(embed).toContain(`${world.stele.url}/certification/alpha/sample`);
  });

  test("a certificate can be verified by anybody, and says so when a byte was changed", async () => {
    for (const form of ["vc", "jwt"]) {
      const file = await save(`/certificates/${id}.${form}`);
      expect(await world.run("nobody", ["verify", file])).toMatchObject({
        code: 0,
        out: expect.stringContaining("The certificate is valid."),
      });
    }
    const text = readFileSync(join(world.folder, `${id}.vc`), "utf8").replace('"version":"v1"', '"version":"v2"');
    writeFileSync(join(world.folder, "forged.vc"), text);
    expect(await world.run("nobody", ["verify", "forged.vc"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("The signature does not match"),
    });
    const online = await world.run("nobody", ["verify", `${world.stele.url}/certificates/${id}.vc`, "--json"]);
    expect(JSON.parse(online.out)).toMatchObject({ verdict: "valid" });
  });
});

describe("Regulation 8: failing tests", () => {
  test("a certificate is not lost because a test fails, but everybody sees that it does", async () => {
    await world.report("alpha", -1);
    expect(await certificate()).toMatchObject({ state: "granted", valid: true });
    expect(await status()).toMatchObject({ verdict: "failing", certificate: { id, state: "granted" } });
    expect(await (await world.get("/certification/alpha/sample")).text()).toContain("1 of its 1 test fails at present");
  });

  test("the operator is notified by itself of the first failure, without anybody looking", async () => {
    await world.tick();
    const feed = await (await world.get("/certification/alpha/feed.xml")).text();
    expect(feed).toContain("Test case flavor-names failed on alpha");
    // A failure that goes on is no news.
    await world.report("alpha", -1);
    await world.tick();
    const later = await (await world.get("/certification/alpha/feed.xml")).text();
    expect(later.match(/<entry>/g)).toHaveLength(1);
  });

  test("the share of time in which the tests passed is told", async () => {
    await world.report("alpha", 1);
    expect(await (await world.get("/certification/alpha/sample")).text()).toMatch(/Time compliant<\/dt><dd>[\w. ]+%/);
  });

  test("the certification body says whose fault a bad time was, and the excused share tells", async () => {
    const from = new Date(Date.now() - 60_000).toISOString();
    const what = ["--subject", "alpha", "--scope", "sample", "--kind", "test-defect", "--from", from];
    const remark = ["certificate", "remark", ...what, "--reason", "The test read the wrong name."];
    expect(await world.run("alpha", remark)).toMatchObject({ code: 1 });
    expect(await world.run("forum", remark)).toMatchObject({ code: 0, out: "Remark 1 on alpha.\n" });
    const page = await (await world.get("/certification/alpha/sample")).text();
    expect(page).toContain("The test read the wrong name.");
    expect(page).toContain("Remarks of the certification body");
  });

  test("a result that is no pass can be accepted, with a note that everybody reads", async () => {
    const { uuid } = await world.report("alpha", -1);
    const args = ["--testcase", "flavor-names", "--report", uuid, "--value", "fail", "--reason", "The test was wrong."];
    expect((await world.run("forum", ["certificate", "approve", id, ...args])).code).toBe(0);
    expect((await world.run("alpha", ["certificate", "approve", id, ...args])).code).toBe(1);
    const page = await (await world.get("/certification/alpha/sample")).text();
    expect(page).toContain("Accepted by forum: The test was wrong.");
  });

  test("after a failed manual check, a date for its repetition is agreed on", async () => {
    const repeatOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const args = [
      "--testcase",
      "backup-drill",
      "--outcome",
      "failed",
      "--evidence",
      "dossier 8",
      "--repeat-on",
      repeatOn,
    ];
    const outcome = await world.run("forum", ["certificate", "check", id, ...args, "--reason", "No restore."]);
    expect(outcome.code).toBe(0);
    expect(await (await world.get(`/certificates/${id}`)).text()).toContain(`datetime="${repeatOn}"`);
    expect((await certificate()).valid).toBe(true);
  });
});

describe("Regulation 7: revocation", () => {
  test("a revoked certificate is on the public list, its page says so, and whoever verifies it is told", async () => {
    const file = await save(`/certificates/${id}.vc`);
    const revoked = await world.run("forum", ["certificate", "revoke", id, "--reason", "Tests fail since May."]);
    expect(revoked.out).toContain("revoked");
    const list = await (await world.get("/certificates/revoked")).text();
    expect(list).toContain(id);
    expect(list).toContain("Tests fail since May.");
    expect(await (await world.get("/certificates/revoked.json")).json()).toMatchObject({ revoked: [{ id }] });
    expect(await (await world.get(`/certificates/${id}`)).text()).toContain("was revoked on");
    expect(await status()).toMatchObject({ verdict: "revoked", certificate: { id, state: "revoked" } });
    expect(await (await world.get("/certification/alpha/sample")).text()).toContain("was revoked on");
    expect(await (await world.get("/certificates/feed.xml")).text()).toContain(`Certificate ${id} revoked`);
    const verified = await world.run("nobody", ["verify", file]);
    expect(verified).toMatchObject({ code: 1, out: expect.stringContaining("It is revoked.") });
  });
});
