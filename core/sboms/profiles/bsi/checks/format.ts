import { partsOf } from "../../../formats/spdx3/document-parts.ts";
import { textsOf, type Spdx3Document } from "../../../formats/spdx3/graph.ts";
import type { FormatRule, Judgement } from "../../profile.ts";
import { CLAUSE } from "../check.ts";
import { PRESENT, wrong } from "../fault.ts";

const TOO_OLD = {
  en: "{} is too old, expected CycloneDX from 1.6 or SPDX from 3.0.1",
  de: "{} ist zu alt, erwartet ist CycloneDX ab 1.6 oder SPDX ab 3.0.1",
} as const;

/** The context is that of 3.0.1, which the check of the document has proved; the creation info may say another version. */
function judgeSpdx3(document: Spdx3Document): Judgement {
  const { creationInfo } = partsOf(document);
  const [version] = creationInfo === undefined ? [] : textsOf(creationInfo, "specVersion");
  return version !== undefined && /^(?:[0-2]\.|3\.0\.0(?:$|[^\d]))/.test(version.text)
    ? wrong(TOO_OLD, version)
    : PRESENT;
}

/** S0: a version of a format that has members for what the guideline wants. */
export const FORMAT: FormatRule = {
  id: "format",
  title: { en: "Format and version", de: "Format und Version" },
  clause: CLAUSE.format,
  remedy: {
    CycloneDX: {
      en: "Let the tool write CycloneDX 1.6 or 1.7.",
      de: "Das Werkzeug CycloneDX 1.6 oder 1.7 schreiben lassen.",
    },
    SPDX: {
      en: "Let the tool write SPDX 3.0.1 or CycloneDX 1.6.",
      de: "Das Werkzeug SPDX 3.0.1 oder CycloneDX 1.6 schreiben lassen.",
    },
  },
  read: (content) => {
    if (content.kind === "SPDX") {
      return wrong(TOO_OLD, { pointer: "/spdxVersion", text: content.document.spdxVersion });
    }
    if (content.kind === "SPDX3") return judgeSpdx3(content.document);
    const { specVersion } = content.document;
    // All versions are 1.x with one digit.
    return specVersion >= "1.6" ? "present" : wrong(TOO_OLD, { pointer: "/specVersion", text: specVersion });
  },
};
