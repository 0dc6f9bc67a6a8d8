import { PRACTICAL } from "./practical.ts";
import type { Profile } from "./profile.ts";
import { STRICT } from "./strict.ts";

/** The profiles by name. */
export const PROFILES: Readonly<Record<Profile["name"], Profile>> = { strict: STRICT, practical: PRACTICAL };
