import { expect, test } from "vitest";

import { describeSshsigFailure } from "#core/trust/signatures/describe-failure.ts";
import type { SshsigFailure } from "#core/trust/signatures/verify-sshsig.ts";

const AT = new Date("2026-11-20T12:00:00Z");

test.each<[SshsigFailure, string]>([
  [
    { reason: "missing-armor", expected: "-----BEGIN" },
    "The signature lacks the line `-----BEGIN`; send the whole .sig file.",
  ],
  [
    { reason: "armor-too-long", limitCharacters: 20_000 },
    "The signature is longer than 20000 characters; send a .sig file of ssh-keygen.",
  ],
  [{ reason: "malformed-base64" }, "The signature is not base64; it was changed on the way."],
  [{ reason: "malformed-signature" }, "The signature is damaged or has data behind its end; sign again."],
  [
    { reason: "algorithm-mismatch", algorithm: "ssh-rsa", expected: ["rsa-sha2-256", "rsa-sha2-512"] },
    "The signature algorithm is `ssh-rsa`, expected `rsa-sha2-256` or `rsa-sha2-512`.",
  ],
  [
    { reason: "not-touched" },
    "The security key was not touched when it signed; sign again without `no-touch-required`.",
  ],
  [
    { reason: "wrong-namespace", expected: "report", actual: "file" },
    "The signature is for namespace `file`, expected `report`: `ssh-keygen -Y sign -n report`.",
  ],
  [
    { reason: "unregistered-key" },
    "The key that signed is not registered for this account; sign with a registered key or register this one.",
  ],
  [
    { reason: "key-not-yet-valid", keyName: "k", validFrom: AT },
    "The key `k` may sign from 2026-11-20T12:00:00.000Z on.",
  ],
  [
    { reason: "key-no-longer-valid", keyName: "k", validUntil: AT },
    "The key `k` was valid until 2026-11-20T12:00:00.000Z; sign with a newer one.",
  ],
  [
    { reason: "wrong-signature", keyName: "k" },
    "The signature by key `k` does not fit the report; the report was changed after signing.",
  ],
])("%j is said as: %s", (failure, sentence) => {
  expect(describeSshsigFailure(failure)).toBe(sentence);
});
