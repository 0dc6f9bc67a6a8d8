import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import bash from "highlight.js/lib/languages/bash";
import diff from "highlight.js/lib/languages/diff";
import http from "highlight.js/lib/languages/http";
import ini from "highlight.js/lib/languages/ini";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import { visit } from "unist-util-visit";

const lowlight = createLowlight({ bash, diff, http, ini, json, python, shell, xml, yaml });
lowlight.registerAlias({ bash: ["commandline", "sh"], ini: ["conf"] });

/** Longer code stays plain: highlighting is for reading, and nobody reads half a megabyte. */
const MAX_HIGHLIGHTED_CHARACTERS = 20_000;

/** Colors the code blocks whose language is known, by classes alone. Runs after the sanitizer: what it adds is ours. */
export function highlightCode(tree: Root): void {
  visit(tree, "element", (element: Element) => {
    const [code] = element.children;
    if (element.tagName !== "pre" || code?.type !== "element" || code.tagName !== "code") return;
    // A block that scrolls must be reachable by keyboard (WCAG 2.1.1).
    element.properties["tabIndex"] = 0;
    const language = languageOf(code);
    const text = toString(code);
    if (language === undefined || !lowlight.registered(language) || text.length > MAX_HIGHLIGHTED_CHARACTERS) return;
    code.children = lowlight.highlight(language, text).children as Element["children"];
  });
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties;
  const classes = Array.isArray(className) ? className.filter((one) => typeof one === "string") : [];
  return classes.find((one) => one.startsWith("language-"))?.slice("language-".length);
}
