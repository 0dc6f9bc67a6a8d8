import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readWebhookUrl } from "#core/compliance/notifications/webhook-url.ts";

describe("messages are sent", () => {
  test.each([
    "https://hooks.example.org/stele?key=1",
    "https://hooks.example.org:443/",
    "https://hooks.example.org./",
    "https://xn--bcher-kva.example.org/",
    "https://corp.example.org/",
    "https://localhost.example.org/",
    "https://mylocal.example.com/",
    "https://1.example.org/",
    `https://hooks.example.org/${"x".repeat(2_000 - "https://hooks.example.org/".length)}`,
  ])("to %.60s", (url) => {
    expect(readWebhookUrl(url)).toEqual({ ok: true, value: new URL(url).href });
  });
});

describe("messages are not sent", () => {
  test.each([
    ["", "not-a-url"],
    ["hooks.example.org", "not-a-url"],
    [`https://hooks.example.org/${"x".repeat(2_001 - "https://hooks.example.org/".length)}`, "not-a-url"],
    ["http://hooks.example.org/", "not-https"],
    ["ftp://hooks.example.org/", "not-https"],
    ["https://user@hooks.example.org/", "has-credentials"],
    ["https://:password@hooks.example.org/", "has-credentials"],
    ["https://127.0.0.1/", "not-public"],
    ["https://2130706433/", "not-public"],
    ["https://0x7f.1/", "not-public"],
    ["https://[::1]/", "not-public"],
    ["https://[2001:db8::1]/", "not-public"],
    ["https://localhost/", "not-public"],
    ["https://intranet/", "not-public"],
    ["https://stele.localhost/", "not-public"],
    ["https://STELE.LOCALHOST./", "not-public"],
    ["https://printer.local/", "not-public"],
    ["https://db.internal/", "not-public"],
    ["https://db.lan/", "not-public"],
    ["https://nas.home.arpa/", "not-public"],
    ["https://a.test/", "not-public"],
    ["https://a.invalid/", "not-public"],
    ["https://intranet./", "not-public"],
    ["https://wiki.corp/", "not-public"],
    ["https://nas.home./", "not-public"],
    ["https://box.localdomain/", "not-public"],
    ["https://stele.default.svc/", "not-public"],
    ["https://stele.default.svc.cluster.local/", "not-public"],
    ["https://127.0.0.1.nip.io/", "not-public"],
    ["https://7f000001.nip.io/", "not-public"],
    ["https://app-10-0-0-1.sslip.io/", "not-public"],
    ["https://10.0.0.1.mirror.example.org/", "not-public"],
    ["https://localtest.me/", "not-public"],
    ["https://metadata.google.internal/", "not-public"],
    ["https://a..example.org/", "not-public"],
    ["https://example.123/", "not-a-url"],
    ["https://hooks.example.org:8443/", "other-port"],
    ["https://hooks.example.org:22/", "other-port"],
  ])("to %.60s: %s", (url, failure) => {
    expect(readWebhookUrl(url)).toEqual({ ok: false, failure });
  });
});

test("what is stored is the address as it was understood, without line breaks", () => {
  const typed = "https://hooks.example.org/a\r\nX-Evil: 1\tb";
  expect(readWebhookUrl(typed)).toEqual({ ok: true, value: "https://hooks.example.org/aX-Evil:%201b" });
});

test("no number is an address for messages, however it is spelled and with whatever port", () => {
  const host = fc.oneof(
    fc.ipV4Extended(),
    fc.ipV4(),
    fc.ipV6().map((ip) => `[${ip}]`),
  );
  fc.assert(
    fc.property(host, fc.constantFrom("", ".", ":443", ":8080"), (number, rest) => {
      expect(readWebhookUrl(`https://${number}${rest}/`).ok).toBe(false);
    }),
  );
});

test("whatever is accepted is an https address on port 443 with a name of at least two labels, and reads the same again", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string().map((text) => `https://${text}`),
      ),
      (url) => {
        const read = readWebhookUrl(url);
        if (!read.ok) return;
        const { protocol, port, hostname } = new URL(read.value);
        expect([protocol, port]).toEqual(["https:", ""]);
        expect(hostname).toContain(".");
        expect(readWebhookUrl(read.value)).toEqual(read);
      },
    ),
    { numRuns: 2000 },
  );
});
