import type { DocumentRule, RuleFacts } from "../profile.ts";
import { stateIf, stateText } from "../statement.ts";
import type { TelcoView } from "./telco-view.ts";

/** Version 1.1 of the guide. */
export const GUIDE = "OpenChain Telco SBOM Guide 1.1";

/** CISA's words for how an SBOM came about. */
const SBOM_TYPE = /\b(?:design|source|build|analy[sz]ed|deployed|runtime)\b/i;

/** The guide knows one format, so there is one thing to write. */
export function remedy(en: string, de: string): RuleFacts["remedy"] {
  return { CycloneDX: { en, de }, SPDX: { en, de } };
}

/** What the guide wants of the document, section 3.3 on SPDX. */
export const DOCUMENT_RULES: readonly DocumentRule<TelcoView>[] = [
  {
    about: "document",
    id: "data-license",
    title: { en: "License of the document", de: "Lizenz des Dokuments" },
    clause: `${GUIDE}: DataLicense`,
    remedy: remedy('Write `"dataLicense": "CC0-1.0"`.', '`"dataLicense": "CC0-1.0"` schreiben.'),
    read: ({ document }) => (document.dataLicense === "CC0-1.0" ? "present" : "missing"),
  },
  {
    about: "document",
    id: "document-name",
    title: { en: "Name of the document", de: "Name des Dokuments" },
    clause: `${GUIDE}: DocumentName`,
    remedy: remedy("Write `name`.", "`name` schreiben."),
    read: ({ document }) => stateText(document.name),
  },
  {
    about: "document",
    id: "document-namespace",
    title: { en: "Namespace of the document", de: "Namensraum des Dokuments" },
    clause: `${GUIDE}: DocumentNamespace`,
    remedy: remedy(
      "Write a `documentNamespace` that no other document has.",
      "Einen `documentNamespace` schreiben, den kein anderes Dokument hat.",
    ),
    read: ({ document }) => stateText(document.documentNamespace),
  },
  {
    about: "document",
    id: "creator-organization",
    title: { en: "Organization that made the SBOM", de: "Organisation, von der die SBOM stammt" },
    clause: `${GUIDE}: Creator, with Organization`,
    remedy: remedy(
      "Write `Organization: …` into `creationInfo.creators`.",
      "`Organization: …` in `creationInfo.creators` schreiben.",
    ),
    read: ({ document }) => stateIf(hasCreator(document, /^Organization:\s*\S/)),
  },
  {
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
  },
  {
    about: "document",
    id: "created",
    title: { en: "When the SBOM was made", de: "Wann die SBOM entstand" },
    clause: `${GUIDE}: Created`,
    remedy: remedy("Write `creationInfo.created`.", "`creationInfo.created` schreiben."),
    read: ({ document }) => stateText(document.creationInfo.created),
  },
  {
    about: "document",
    id: "sbom-type",
    title: { en: "Type of the SBOM", de: "Art der SBOM" },
    clause: `${GUIDE}: CreatorComment, with a CISA SBOM Type`,
    remedy: remedy(
      "Write the type (Design, Source, Build, Analyzed, Deployed, Runtime) into `creationInfo.comment`.",
      "Die Art (Design, Source, Build, Analyzed, Deployed, Runtime) in `creationInfo.comment` schreiben.",
    ),
    read: ({ document }) => stateIf(SBOM_TYPE.test(document.creationInfo.comment ?? "")),
  },
  relationshipRule("describes", "DESCRIBES", {
    en: "What the document describes",
    de: "Was das Dokument beschreibt",
  }),
  relationshipRule("contains", "CONTAINS", { en: "What the product contains", de: "Was das Produkt enthält" }),
];

const NO_VERSION = {
  en: "The tool is named without its version",
  de: "Das Werkzeug ist ohne Version genannt",
} as const;

function hasCreator({ creationInfo: { creators = [] } }: TelcoView["document"], pattern: RegExp): boolean {
  return creators.some((creator) => pattern.test(creator));
}

function relationshipRule(id: string, type: "DESCRIBES" | "CONTAINS", title: RuleFacts["title"]) {
  const reverse = type === "DESCRIBES" ? "DESCRIBED_BY" : "CONTAINED_BY";
  return {
    about: "document",
    id: `relationship-${id}`,
    title,
    clause: `${GUIDE}: Relationship, ${type}`,
    remedy: remedy(`Write a \`${type}\` relationship.`, `Eine Beziehung \`${type}\` schreiben.`),
    read: ({ document: { relationships = [], documentDescribes = [], packages = [] } }: TelcoView) =>
      stateIf(
        relationships.some(({ relationshipType }) => relationshipType === type || relationshipType === reverse) ||
          (type === "DESCRIBES"
            ? documentDescribes.length > 0
            : packages.some(({ hasFiles = [] }) => hasFiles.length > 0)),
      ),
  } as const;
}
