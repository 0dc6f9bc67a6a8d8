import { createServer } from "node:net";

import { expect, test } from "vitest";

import { isPortFree } from "../../tooling/start/port.ts";
import { parseStartOptions } from "../../tooling/start/options.ts";

test("without options it publishes standards-src on port 8787 and keeps the data", () => {
  expect(parseStartOptions([])).toEqual({ port: 8787, source: "standards-src", fresh: false, help: false });
});

test.each([["0"], ["65536"], ["http"], ["80.5"]])("`--port %s` is refused in one sentence with the remedy", (port) => {
  expect(parseStartOptions(["--port", port])).toEqual({
    failure: `\`--port ${port}\` is not a port. Use a number from 1 to 65535.`,
  });
});

test("an unknown option names itself and the help", () => {
  const options = parseStartOptions(["--prot", "1"]);
  expect(options).toHaveProperty("failure", expect.stringContaining("--prot"));
  expect(options).toHaveProperty("failure", expect.stringContaining("npm start -- --help"));
});

test.each(["127.0.0.1", "::1"])("a port that somebody listens on at %s is not free", async (host) => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  expect(await isPortFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isPortFree(port)).toBe(true);
});
