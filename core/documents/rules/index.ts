import type { Rule } from "./rule.ts";
/** All rules, in the order of their pages. */
export const RULES: readonly Rule[] = [];
