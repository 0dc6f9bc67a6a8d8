/**
 * Eight clients that try wrong passwords as fast as they are answered, as a process of their own, so that they take no time
 * from who measures: `node bench/login-flood.ts <url> <same|distinct>`. Runs until it is ended.
 */
import { Agent, request } from "node:http";

const CLIENTS = 8;
const [, , url = "", names] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

async function attempt(client: number, count: number): Promise<void> {
  // Distinct: every attempt has a name of its own, every client a network of its own.
  const [name, address] = names === "distinct" ? [`nobody-${client}-${count}`, client] : ["bench-0001", 0];
  const headers = {
    authorization: `Basic ${Buffer.from(`${name}:wrong ${count}`).toString("base64")}`,
    "content-type": "application/x-signed-yaml",
    "cf-connecting-ip": `192.0.2.${address}`,
  };
  await new Promise((resolve, reject) => {
    request(`${url}/reports`, { method: "POST", headers, agent }, (response) => response.resume().once("end", resolve))
      .once("error", reject)
      .end("a body that nobody reads");
  });
}

await Promise.all(
  Array.from({ length: CLIENTS }, async (_, client) => {
    for (let count = 0; ; count += 1) await attempt(client, count);
  }),
);
