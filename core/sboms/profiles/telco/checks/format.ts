import type { FormatRule } from "../../profile.ts";
import { GUIDE, remedy } from "../guide.ts";

const NOT_SPDX = {
  en: "The document is CycloneDX, the guide knows SPDX 2.2 and 2.3 only",
  de: "Das Dokument ist CycloneDX, der Leitfaden kennt nur SPDX 2.2 und 2.3",
} as const;

const SPDX_3 = {
  en: "The document is SPDX 3, the guide knows SPDX 2.2 and 2.3 only",
  de: "Das Dokument ist SPDX 3, der Leitfaden kennt nur SPDX 2.2 und 2.3",
} as const;

/** The guide is about SPDX 2; of anything else there is no more to say. */
export const FORMAT: FormatRule = {
  id: "format",
  title: { en: "Format and version", de: "Format und Version" },
  clause: `${GUIDE}: SPDX 2.2 or 2.3`,
  remedy: remedy("Publish SPDX 2.2 or 2.3.", "SPDX 2.2 oder 2.3 veröffentlichen."),
  read: ({ kind }) => {
    if (kind === "SPDX") return "present";
    return kind === "SPDX3"
      ? { outcome: "wrong", reason: SPDX_3, pointer: "/@context" }
      : { outcome: "wrong", reason: NOT_SPDX, pointer: "/bomFormat" };
  },
};
