import type { RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";
import { instantOf } from "#core/base/time/timestamp.ts";

/** A row of `public_key` as `KEY_COLUMNS` asks for it. */
export interface KeyRow {
  readonly name: string;
  readonly type: string;
  readonly blob: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

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
