import { expect, test } from "vitest";

import { clientNetwork } from "../../../workers/state/client-network.ts";
import { configuredOrigin, publicOrigin } from "../../../workers/state/public-origin.ts";

const REQUEST = new Request("https://asked.example:8443/a?b");

test.each([
  ["https://stele.example", "https://stele.example"],
  ["https://stele.example/", "https://stele.example"],
  ["https://stele.example/path?query", "https://stele.example"],
  ["http://localhost:8787", "http://localhost:8787"],
])("home is %s: links begin with %s, whatever was asked for", (PUBLIC_ORIGIN, origin) => {
  expect(configuredOrigin({ PUBLIC_ORIGIN })).toBe(origin);
  expect(publicOrigin({ PUBLIC_ORIGIN }, REQUEST)).toBe(origin);
});

test.each(["", "stele.example", "ftp://stele.example", "javascript:alert(1)"])(
  "%j is no home: links begin with the origin of the request",
  (PUBLIC_ORIGIN) => {
    expect(configuredOrigin({ PUBLIC_ORIGIN })).toBeUndefined();
    expect(publicOrigin({ PUBLIC_ORIGIN }, REQUEST)).toBe("https://asked.example:8443");
  },
);

test("where nothing is configured there is no home", () => {
  expect(configuredOrigin({})).toBeUndefined();
  expect(publicOrigin({}, REQUEST)).toBe("https://asked.example:8443");
});

const from = (headers: Record<string, string>): Request => new Request(REQUEST.url, { headers });

test("who sends is told by the configured header alone, in a list by its last entry", () => {
  const named = { CLIENT_ADDRESS_HEADER: "cf-connecting-ip" };
  const alone = clientNetwork(from({ "cf-connecting-ip": "192.0.2.7" }), named);
  expect(alone).toBeDefined();
  expect(clientNetwork(from({ "cf-connecting-ip": "198.51.100.1, 192.0.2.7" }), named)).toBe(alone);
  expect(clientNetwork(from({ "cf-connecting-ip": "198.51.100.1" }), named)).not.toBe(alone);
  expect(clientNetwork(from({ "x-forwarded-for": "192.0.2.7" }), named)).toBeUndefined();
  expect(clientNetwork(from({}), named)).toBeUndefined();
});

test.each(["", "-x", "two words", "x:"])("%j names no header, so nobody tells who sends", (CLIENT_ADDRESS_HEADER) => {
  expect(clientNetwork(from({ x: "192.0.2.7" }), { CLIENT_ADDRESS_HEADER })).toBeUndefined();
});
