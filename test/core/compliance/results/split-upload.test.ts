import { expect, test } from "vitest";

import { splitUpload } from "#core/compliance/results/split-upload.ts";

const ARMOR = "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n";
const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

test("the document is every byte after the first ampersand that follows the armor", () => {
  const document = `---\nnote: "${ARMOR}&é"\n`;
  expect(splitUpload(bytes(`${ARMOR}&${document}`))).toEqual({
    signature: ARMOR,
    document: bytes(document),
    hasCrlfArmor: false,
  });
});

test("armor with CRLF line ends is recognized and reported", () => {
  const upload = splitUpload(bytes(`${ARMOR.replaceAll("\n", "\r\n")}&x`));
  expect(upload).toMatchObject({ hasCrlfArmor: true, document: bytes("x") });
});

test.each([
  ["no signature", "---\nsubject: a\n"],
  ["no ampersand", `${ARMOR}---\n`],
  ["nothing", ""],
  ["a signature behind the document", `${"x".repeat(30_000)}${ARMOR}&`],
])("%s is not a signed upload", (_name, text) => {
  expect(splitUpload(bytes(text))).toBeUndefined();
});
