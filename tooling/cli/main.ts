#!/usr/bin/env node
import { isMainThread } from "node:worker_threads";

// The command runs in a thread of its own, so that the first one can always answer a signal: also in the middle of a long check.
if (isMainThread) (await import("./process/guard.ts")).guardCommand(new URL(import.meta.url));
else await (await import("./process/work.ts")).runInThread();
