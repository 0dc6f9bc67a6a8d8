// place: core/standards
// refused: eslint(no-restricted-imports)
// promise: the core knows no platform
import { env } from "cloudflare:workers";

export const value = env;
