import { readTool } from "../../../view/read-tool.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";

const NO_VERSION = {
  en: "The tool is named without its version",
  de: "Das Werkzeug ist ohne Version genannt",
} as const;

const NO_HYPHEN = {
  en: "Name and version of the tool are there; SPDX advises to write them as `name-version`",
  de: "Name und Version des Werkzeugs sind da; SPDX empfiehlt die Schreibweise `Name-Version`",
} as const;

/** What made the SBOM, in which version. */
export const CREATOR_TOOL: TelcoDocumentCheck = {
  about: "document",
  id: "creator-tool",
  title: { en: "Tool and its version", de: "Werkzeug und seine Version" },
  clause: `${GUIDE}: Creator, with Tool`,
  remedy: remedy(
    "Write `Tool: name-version` into `creationInfo.creators`.",
    "`Tool: Name-Version` in `creationInfo.creators` schreiben.",
  ),
  read: ({ document: { creationInfo } }) => {
    const tools = (creationInfo.creators ?? [])
      .filter((creator) => creator.startsWith("Tool:"))
      .map((creator) => readTool(creator.slice("Tool:".length)))
      .filter(({ name }) => name !== "");
    const versioned = tools.filter(({ version }) => version !== undefined);
    if (versioned.some(({ isByConvention }) => isByConvention)) return "present";
    if (versioned.length > 0) return { outcome: "present", reason: NO_HYPHEN, pointer: "/creationInfo/creators" };
    return tools.length > 0 ? { outcome: "wrong", reason: NO_VERSION } : "missing";
  },
};
