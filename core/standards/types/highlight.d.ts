/**
 * What the core uses of highlight.js. Its own types name the DOM as a library, which would give every file of the core
 * `fetch`, `document` and a clock; `paths` in tsconfig.json leads here instead.
 */
export type LanguageFn = (api: never) => object;
