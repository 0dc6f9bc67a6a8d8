import * as fc from "fast-check";
import { expect, test } from "vitest";

import { judgeLicenseText } from "#core/sboms/profiles/bsi/judge-license-statement.ts";
import { isUrl } from "#core/sboms/profiles/bsi/judge-link.ts";

/** The slow reference for section 6.1: `LicenseRef-<entity>-<name>` to the end of the id. */
const WITH_ENTITY = /LicenseRef-[a-z0-9.]+-[a-z0-9.-]*[a-z0-9.]$/i;
const LINK =
  /^(?:(?:https?|ftps?|git|ssh|svn|oci|docker|file|git\+https?|git\+ssh):\/\/[^\s/?#]+|urn:[a-z0-9][a-z0-9-]{0,31}:)\S*$/i;

function isAccepted(text: string): boolean {
  return judgeLicenseText({ text, pointer: "/licenses/0" }).outcome === "present";
}

test("a reference names who inventoried the license, or it does not", () => {
  const unit = fc.constantFrom("a", "1", ".", "-", "LicenseRef-", "licenseref-");
  fc.assert(
    fc.property(
      fc.string({ unit, minLength: 1, maxLength: 6 }),
      fc.constantFrom("", "DocumentRef-x:"),
      (id, before) => {
        const reference = `${before}LicenseRef-${id}`;
        expect(isAccepted(reference)).toBe(WITH_ENTITY.test(reference));
      },
    ),
  );
});

// The pattern began anew at each `LicenseRef-`.
test("a reference of a hundred thousand references is read once", () => {
  expect(isAccepted(`LicenseRef-${"LicenseRef-e-".repeat(100_000)}`)).toBe(false);
});

test("links are those of the pattern", () => {
  const unit = fc.constantFrom("https://", "urn:", "a", ":", "/", "?", "#", " ", "\n", "git+ssh://");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 6 }), (text) => {
      expect(isUrl(text)).toBe(LINK.test(text));
    }),
  );
});

test("a link of a million characters that ends with a blank is read once", () => {
  expect(isUrl(`ssh://${"a".repeat(1_000_000)} `)).toBe(false);
});
