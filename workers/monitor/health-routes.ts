import { Hono } from "hono";

import type { WorkerEnv } from "../state/bindings.ts";
import { isOperator } from "../sign-in/auth.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";

/** Whoever asks again and again costs one look into the database in a while. */
const memory = createMemory<true>(MEMORY_BOUNDS.health);

/** `GET /healthz`: 200 and nothing where the database answers; else 500, with the reason for the operator alone. */
export const healthRoutes = new Hono<WorkerEnv>();

healthRoutes.get("/healthz", async (context) => {
  try {
    await memory.recall("database", new Date(), async () => {
      await context.env.DB.prepare("SELECT 1").run();
      return { value: true };
    });
    return context.body(null, 200, { "cache-control": "no-store" });
  } catch (error) {
    const mayKnow = await isOperator(context.req.raw, context.env.OPERATOR_TOKEN_SHA256 ?? "");
    const text = mayKnow && error instanceof Error ? error.message : "internal server error";
    return context.text(text, 500, { "cache-control": "no-store" });
  }
});
