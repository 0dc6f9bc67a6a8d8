import { BSI_TR_03183_2 } from "./bsi/index.ts";
import { CISA_2026 } from "./cisa-2026.ts";
import { CRA } from "./cra.ts";
import type { Profile } from "./evaluate-profile.ts";
import { NTIA_2021 } from "./ntia-2021.ts";
import { OPENCHAIN_TELCO } from "./telco/index.ts";

/** The profiles in the order of their importance today. */
export const PROFILES: readonly Profile[] = [BSI_TR_03183_2, CISA_2026, CRA, NTIA_2021, OPENCHAIN_TELCO];

/** Counts up whenever a rule changes its verdict or its words, so that results made before are made again. */
export const PROFILE_RULES_VERSION = 4;
