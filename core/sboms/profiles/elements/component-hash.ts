import type { ComponentElement } from "./element.ts";

/** By which the component's bytes are known again. */
export const HASH: ComponentElement = {
  about: "component",
  id: "component-hash",
  title: { en: "Hash of the component", de: "Hash der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `hashes` with `alg` and `content`.", de: "`hashes` mit `alg` und `content` schreiben." },
    SPDX: { en: "Write `checksums`.", de: "`checksums` schreiben." },
    SPDX3: {
      en: "Write `verifiedUsing` with a `Hash`.",
      de: "`verifiedUsing` mit einem `Hash` schreiben.",
    },
  },
  read: (component) => component.hash,
};
