import { CLAUSE, type ComponentCheck } from "../check.ts";
import { PRESENT, missing, wrong, replaceText, withRepair } from "../fault.ts";

const TEXTS = {
  path: { en: "{} is a path, expected the name alone", de: "{} ist ein Pfad, erwartet ist nur der Name" },
  open: {
    en: "Nothing says that the list of delivered files is complete, expected `completeness` `complete`",
    de: "Nichts sagt, dass die Liste der gelieferten Dateien vollständig ist, erwartet ist `completeness` `complete`",
  },
  twice: { en: "{} is the second filename, expected one", de: "{} ist der zweite Dateiname, erwartet ist einer" },
} as const;

/** C4: what the file is called on the disk. */
export const FILENAME: ComponentCheck = {
  id: "component-filename",
  title: { en: "Filename of the component", de: "Dateiname der Komponente" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write the property `bsi:component:filename`, once, without folders.",
      de: "Die Eigenschaft `bsi:component:filename` schreiben, einmal, ohne Ordner.",
    },
    SPDX: {
      en: "Connect the package by `hasDistributionArtifact` (`completeness` `complete`) with a `software_File` whose `name` is the filename.",
      de: "Das Paket durch `hasDistributionArtifact` (`completeness` `complete`) mit einem `software_File` verbinden, dessen `name` der Dateiname ist.",
    },
  },
  kinds: ["full"],
  judge: ({ filenames, openFileList }) => {
    const [filename, second] = filenames;
    if (filename === undefined || filename.text.trim() === "") return missing();
    if (second !== undefined) return wrong(TEXTS.twice, second);
    if (/[/\\\0]/.test(filename.text)) {
      const name = filename.text.split(/[/\\]/).at(-1) ?? "";
      const isName = name !== "" && !name.includes("\0");
      return withRepair(wrong(TEXTS.path, filename), replaceText(filename.pointer, isName ? name : undefined));
    }
    return openFileList === undefined ? PRESENT : wrong(TEXTS.open, openFileList);
  },
};
