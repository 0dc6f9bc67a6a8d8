import { ARMOR_END } from "#core/trust/signatures/sshsig.ts";

/** The two parts of an upload: what is signed, and the signature. */
export interface SignedUpload {
  /** Armored, with its last line end. */
  readonly signature: string;
  /** The signed bytes, exactly as they came. */
  readonly document: Uint8Array<ArrayBuffer>;
  /** Line ends of the armor were CRLF: it was edited on the way; the signature holds all the same. */
  readonly hasCrlfArmor: boolean;
}

/** Armor is at most 20,000 characters long, so its end is not looked for beyond that. */
const MAX_ARMOR_BYTES = 21_000;

const ARMOR_IS_OVER = new RegExp(`${ARMOR_END}(\r?)\n&`);

/**
 * Splits the body that `curl --data-binary @report.sig --data-binary @report` sends: the armor, `&`, the document.
 * Undefined where the body does not begin with an armor of which `&` is the next character.
 */
export function splitUpload(body: Uint8Array<ArrayBuffer>): SignedUpload | undefined {
  // Latin-1 keeps one character per byte, so offsets in the text are offsets in the bytes.
  let head = "";
  for (const byte of body.subarray(0, MAX_ARMOR_BYTES)) head += String.fromCharCode(byte);
  const match = ARMOR_IS_OVER.exec(head);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  return { signature: head.slice(0, end - 1), document: body.slice(end), hasCrlfArmor: match[1] === "\r" };
}
