import * as fc from "fast-check";
import { expect, test } from "vitest";

import { encodeBase64Url } from "#core/trust/credentials/base64url.ts";
import {
  decodeBitstring,
  encodeBitstring,
  isEntrySet,
  STATUS_LIST_ENTRIES,
} from "#core/trust/credentials/bitstring.ts";
import { statusPosition } from "#core/trust/credentials/status-list.ts";

import { gzip } from "./test-issuer.ts";

/** The empty list as the specification prints it. */
const PRINTED = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

async function bitsOf(entries: readonly number[]): Promise<Uint8Array> {
  const decoded = await decodeBitstring(await encodeBitstring(entries, gzip), gzip);
  if (!decoded.ok) throw new Error(decoded.failure.reason);
  return decoded.value;
}

test("the list that the specification prints has 131,072 entries, none of them set", async () => {
  expect(await decodeBitstring(PRINTED, gzip)).toEqual({ ok: true, value: new Uint8Array(16_384) });
});

test("the first entry is the leftmost bit", async () => {
  const bits = await bitsOf([0, 9]);
  expect([...bits.subarray(0, 2)]).toEqual([0b1000_0000, 0b0100_0000]);
});

test("exactly the entries that were set are set", async () => {
  const entry = fc.integer({ min: 0, max: STATUS_LIST_ENTRIES - 1 });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(entry, { maxLength: 50 }), entry, async (entries, other) => {
      const bits = await bitsOf(entries);
      for (const one of entries) expect(isEntrySet(bits, one)).toBe(true);
      expect(isEntrySet(bits, other)).toBe(entries.includes(other));
    }),
    { numRuns: 40 },
  );
});

test.each([-1, 0.5, STATUS_LIST_ENTRIES, Number.NaN])("entry %d cannot be set and is not there", async (entry) => {
  await expect(encodeBitstring([entry], gzip)).rejects.toThrow(RangeError);
  expect(isEntrySet(new Uint8Array(16_384), entry)).toBeUndefined();
});

test("after the last entry of a list comes the first of the next", () => {
  expect(statusPosition(0)).toEqual({ list: 1, index: 0 });
  expect(statusPosition(STATUS_LIST_ENTRIES - 1)).toEqual({ list: 1, index: STATUS_LIST_ENTRIES - 1 });
  expect(statusPosition(STATUS_LIST_ENTRIES)).toEqual({ list: 2, index: 0 });
});

test("what is no list is refused with the reason", async () => {
  const packed = async (bytes: number) => `u${encodeBase64Url(await gzip.compress(new Uint8Array(bytes)))}`;
  const reason = async (text: string) => {
    const outcome = await decodeBitstring(text, gzip);
    return outcome.ok ? "ok" : outcome.failure.reason;
  };
  expect(await reason(PRINTED.slice(1))).toBe("not-multibase");
  expect(await reason("u===")).toBe("not-multibase");
  expect(await reason("uAAAA")).toBe("not-gzip");
  expect(await reason(PRINTED.slice(0, 40))).toBe("not-gzip");
  expect(await reason(await packed(16_383))).toBe("too-short");
  expect(await reason(await packed(20_000_000))).toBe("not-gzip");
  expect(await reason(`u${"A".repeat(3_000_000)}`)).toBe("too-long");
});

test("no text makes the decoder throw", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect((await decodeBitstring(`u${text}`, gzip)).ok).toBe(false);
    }),
  );
});
