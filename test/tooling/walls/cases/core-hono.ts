// place: core/standards
// refused: eslint(no-restricted-imports)
// promise: the core speaks no HTTP
import { Hono } from "hono";

export const value = new Hono();
