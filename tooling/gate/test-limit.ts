/**
 * How long a test, and whatever it waits for, may take, in milliseconds. A slow machine makes tests slow, not wrong: only a test
 * that hangs meets this limit, which is more than ten times what the longest takes on a machine with nothing else to do.
 */
export const TEST_LIMIT_MS = 600_000;
