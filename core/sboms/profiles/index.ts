import { CISA_2026 } from "./cisa-2026.ts";
import { NTIA_2021 } from "./ntia-2021.ts";
import type { Profile } from "./profile.ts";

/** The profiles in the order of their importance today. */
export const PROFILES: readonly Profile[] = [CISA_2026, NTIA_2021];
