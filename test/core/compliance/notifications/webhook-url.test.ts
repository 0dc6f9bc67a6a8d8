import { describe, expect, test } from "vitest";

import { checkWebhookUrl } from "#core/compliance/notifications/webhook-url.ts";

describe("messages are sent", () => {
  test.each([
    "https://hooks.example.org/stele?key=1",
    "https://hooks.example.org:8443/",
    "https://localhost.example.org/",
    "https://mylocal.example.com/",
    "https://1.example.org/",
    `https://hooks.example.org/${"x".repeat(2_000 - "https://hooks.example.org/".length)}`,
  ])("to %.60s", (url) => {
    expect(checkWebhookUrl(url)).toBeUndefined();
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
  ])("to %.60s: %s", (url, failure) => {
    expect(checkWebhookUrl(url)).toBe(failure);
  });
});
