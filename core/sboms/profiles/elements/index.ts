/** The facts that several profiles want, each with what to write. */
export { AUTHOR } from "./author.ts";
export { HASH } from "./component-hash.ts";
export { IDENTIFIER } from "./component-identifier.ts";
export { LICENSE } from "./component-license.ts";
export { NAME } from "./component-name.ts";
export { PRODUCER } from "./component-producer.ts";
export { SUPPLIER } from "./component-supplier.ts";
export { VERSION } from "./component-version.ts";
export { DEPENDENCIES } from "./dependency-relationship.ts";
export { DOCUMENT_VERSION } from "./document-version.ts";
export { GENERATION_CONTEXT } from "./generation-context.ts";
export { SIGNATURE } from "./signature.ts";
export { SUBJECT } from "./subject.ts";
export { TIMESTAMP } from "./timestamp.ts";
export { TOOL_NAME } from "./tool-name.ts";
export { TOOL_VERSION } from "./tool-version.ts";
export { TOP_LEVEL } from "./top-level-dependencies.ts";
