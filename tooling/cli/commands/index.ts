import type { CommandEntry } from "../command.ts";

/** The commands in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "check", summary: "Check documents and scope files", load: async () => (await import("./check.ts")).check },
  { name: "publish", summary: "Publish a tree to a Stele", load: async () => (await import("./publish.ts")).publish },
  { name: "sbom", summary: "Check software bills of materials", load: async () => (await import("./sbom.ts")).sbom },
  {
    name: "accounts",
    summary: "Apply an accounts file to a Stele",
    load: async () => (await import("./accounts.ts")).accounts,
  },
];
