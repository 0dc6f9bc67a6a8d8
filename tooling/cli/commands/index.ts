import type { CommandEntry } from "../command.ts";

/** The commands in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "check", summary: "Check documents and scope files", load: async () => (await import("./check.ts")).check },
  {
    name: "explain",
    summary: "Say what a rule wants and why",
    load: async () => (await import("./explain.ts")).explain,
  },
  { name: "new", summary: "Begin a document", load: async () => (await import("./new.ts")).create },
  { name: "accept", summary: "Give a proposal its number", load: async () => (await import("./accept.ts")).accept },
  { name: "stabilize", summary: "Make a Draft Stable", load: statusCommandLoader("stabilize") },
  { name: "deprecate", summary: "Make a Stable document Deprecated", load: statusCommandLoader("deprecate") },
  { name: "reject", summary: "Reject a document", load: statusCommandLoader("reject") },
  { name: "publish", summary: "Publish a tree to a Stele", load: async () => (await import("./publish.ts")).publish },
  {
    name: "import-history",
    summary: "Publish the past of a git repository, day by day",
    load: async () => (await import("./import-history.ts")).importHistory,
  },
  {
    name: "build",
    summary: "Export the site as static files",
    load: async () => (await import("./build.ts")).build,
  },
  { name: "sbom", summary: "Check software bills of materials", load: async () => (await import("./sbom.ts")).sbom },
  {
    name: "report",
    summary: "Check, sign and submit a compliance report",
    load: async () => (await import("./report.ts")).report,
  },
  { name: "due", summary: "List what a cloud has to test next", load: async () => (await import("./due.ts")).due },
  {
    name: "accounts",
    summary: "Apply an accounts file to a Stele, make tokens",
    load: async () => (await import("./accounts.ts")).accounts,
  },
  {
    name: "certificate",
    summary: "Apply for certificates and decide on them",
    load: async () => (await import("./certificate.ts")).certificate,
  },
  {
    name: "verify",
    summary: "Verify a certificate or a report's signature",
    load: async () => (await import("./verify.ts")).verify,
  },
];

function statusCommandLoader(name: "stabilize" | "deprecate" | "reject"): CommandEntry["load"] {
  return async () => (await import("./change-status.ts")).statusCommand(name);
}
