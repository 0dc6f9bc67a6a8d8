// place: site/pages
// refused: TS6307
// promise: pages hold no client script
export * as value from "../client/element.ts";
