import { nullable, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import type { RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";
import { instantOf } from "#core/base/time/timestamp.ts";

/** A row of `public_key` as `KEY_COLUMNS` asks for it. */
export const keyRow = record({
  name: text,
  type: text,
  blob: text,
  validFrom: nullable(text),
  validUntil: nullable(text),
});

/** Such a row. */
export type KeyRow = ValueOf<typeof keyRow>;

/** What of `public_key` a registered key is made of. */
export const KEY_COLUMNS = "name, type, blob, valid_from AS validFrom, valid_until AS validUntil";

/** The key that a row tells of. */
export function toRegisteredKey({ name, type, blob, validFrom, validUntil }: KeyRow): RegisteredKey {
  return {
    name,
    type,
    blob,
    ...(validFrom === null ? {} : { validFrom: instantOf(validFrom) }),
    ...(validUntil === null ? {} : { validUntil: instantOf(validUntil) }),
  };
}
