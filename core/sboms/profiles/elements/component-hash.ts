import type { ComponentElement } from "./element.ts";

/** By which the component's bytes are known again. */
export const HASH: ComponentElement = {
  about: "component",
  id: "component-hash",
  title: { en: "Hash of the component", de: "Hash der Komponente" },
  remedy: {
    CycloneDX: {
      en: "Write `hashes` with `alg` and a `content` of as many digits as the algorithm makes.",
      de: "`hashes` mit `alg` und einem `content` von so vielen Ziffern schreiben, wie der Algorithmus bildet.",
    },
    SPDX: {
      en: "Write `checksums` with an algorithm and a value of as many digits as it makes.",
      de: "`checksums` mit einem Algorithmus und einem Wert von so vielen Ziffern schreiben, wie er bildet.",
    },
    SPDX3: {
      en: "Write `verifiedUsing` with a `Hash`.",
      de: "`verifiedUsing` mit einem `Hash` schreiben.",
    },
  },
  read: (component) => component.hash,
};
