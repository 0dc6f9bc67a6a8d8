import * as fc from "fast-check";
import { expect, test } from "vitest";

import { formatPurl } from "#core/sboms/purl/format-purl.ts";
import { canonicalPurl, parsePurl } from "#core/sboms/purl/parse-purl.ts";

test("a purl is taken apart into its decoded parts", () => {
  expect(parsePurl("pkg:npm/%40angular/animation@12.3.1?vcs_url=git:%2F%2Fhost%2Frepo&arch=#src/lib")).toEqual({
    ok: true,
    value: {
      type: "npm",
      namespace: "@angular",
      name: "animation",
      version: "12.3.1",
      qualifiers: new Map([["vcs_url", "git://host/repo"]]),
      subpath: "src/lib",
    },
  });
});

test.each([
  ["pkg:npm/@angular/animation", "pkg:npm/%40angular/animation"],
  ["pkg:npm/@angular/animation@1", "pkg:npm/%40angular/animation@1"],
  ["PKG://GitHub//Some/Repo/@v1", undefined],
  ["pkg:git/example.org/group/repo@feature/x", "pkg:git/example.org/group/repo@feature%2Fx"],
  ["pkg:deb/debian/curl@7+b1?Distro=x&arch=y", "pkg:deb/debian/curl@7%2Bb1?arch=y&distro=x"],
  ["pkg:pypi/Django_Package@1.0.RC1", "pkg:pypi/django-package@1.0.rc1"],
  ["pkg:oci/Debian@SHA256:AB", "pkg:oci/debian@sha256:ab"],
  ["pkg:golang/go.opencensus.io@v0.23.0#./a/../b", "pkg:golang/go.opencensus.io@v0.23.0#a/b"],
])("%s has the canonical form %s", (text, canonical) => {
  const outcome = canonicalPurl(text);
  expect(outcome.ok ? outcome.value : undefined).toBe(canonical);
});

test.each([
  ["https://example.org", "does not start with `pkg:`"],
  ["pkg:npm", "not separated"],
  ["pkg:n&m/a", "other characters"],
  ["pkg:npm/", "name is missing"],
  ["pkg:maven/junit@4", "`maven` needs a namespace"],
  ["pkg:cargo/a/b", "`cargo` has no namespace"],
  ["pkg:swid/Acme@1", "qualifier `tag_id`"],
  ["pkg:npm/a?b", "has no `=`"],
  ["pkg:npm/a?b=1&b=2", "there twice"],
  ["pkg:npm/a?B=1", "lower-case"],
  ["pkg:npm/a@%E9", "UTF-8"],
  ["pkg:npm/a%2Fb", "encoded `/`"],
  ["pkg:conan/x/y@1", "Conan namespace"],
  ["pkg:cpan/URI::Escape", "that of a module"],
])("%s is refused with the reason", (text, reason) => {
  const outcome = parsePurl(text);
  expect(outcome.ok ? "accepted" : outcome.failure.message).toContain(reason);
});

const part = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .map((text) => text.replaceAll("/", "_").toWellFormed());

test("parts survive formatting and parsing", () => {
  const purl = fc.record({
    type: fc.constant("generic"),
    namespace: part.filter((text) => text !== ""),
    name: part,
    version: part,
    qualifiers: fc
      .dictionary(fc.stringMatching(/^[a-z][a-z0-9._-]{0,5}$/), part)
      .map((pairs) => new Map(Object.entries(pairs))),
    subpath: part.filter((text) => text !== "." && text !== ".."),
  });
  fc.assert(
    fc.property(purl, (value) => {
      expect(parsePurl(formatPurl(value))).toEqual({ ok: true, value });
    }),
  );
});

test("no text makes the parser throw, and the canonical form is its own canonical form", () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom("pkg:", "npm", "maven", "/", "@", "?", "#", "=", "&", "%", "%2F", "%41", "a", ".", "..", "é"),
      )
      .map((pieces) => `pkg:npm/${pieces.join("")}`),
  );
  fc.assert(
    fc.property(text, (input) => {
      const canonical = canonicalPurl(input);
      if (canonical.ok) expect(canonicalPurl(canonical.value)).toEqual(canonical);
    }),
    { numRuns: 2000 },
  );
});
