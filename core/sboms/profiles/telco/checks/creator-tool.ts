import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";
import { hasCreator } from "../has-creator.ts";

const NO_VERSION = {
  en: "The tool is named without its version",
  de: "Das Werkzeug ist ohne Version genannt",
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
  read: ({ document }) => {
    if (hasCreator(document, /^Tool:\s*\S.*-\S/)) return "present";
    return hasCreator(document, /^Tool:/) ? { outcome: "wrong", reason: NO_VERSION } : "missing";
  },
};
