/**
 * Marks normative sentences in a text, in two steps: the sentences when the text is rendered (once per content), their
 * numbers when the page is asked for (they depend on what was published before; docs/decisions/011).
 */
import type { Emphasis, Link, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";

import { findRequirements, normativeSentences } from "./find-requirements.ts";
import { findKeyWords } from "./key-words.ts";
import { requirementId, type NormativeSentence } from "./normative-sentence.ts";

/** The anchor of the definition of the key words, on every page of a document. */
export const KEY_WORDS_ANCHOR = "key-words";

/** Puts every normative sentence of `root` into a `span` that says which one it is, and its key words into `em`. */
export function markRequirements(root: Root): NormativeSentence[] {
  const blocks = findRequirements(root);
  let ordinal = 0;
  for (const { block, sentences } of blocks) {
    block.children = sentences.flatMap(({ sentence, found }) => {
      if (found === undefined) return [...sentence.nodes];
      ordinal += 1;
      const { lead, rest } = withoutLead(sentence.nodes);
      return [...lead, toSpan(ordinal - 1, rest)];
    });
  }
  return normativeSentences(blocks);
}

const MARK = /<span class="requirement" data-requirement="(\d+)">/g;

/**
 * Writes the numbers into a rendered text: the sentence at position i gets the anchor of `numbers[i]` and a link to
 * itself. Sentences without a number stay as they are.
 */
export function numberRequirements(html: string, numbers: readonly number[]): string {
  return html.replaceAll(MARK, (mark, ordinal: string) => {
    const number = numbers[Number(ordinal)];
    if (number === undefined) return mark;
    const id = requirementId(number);
    const link = `<a class="requirement-id" href="#${id}" aria-label="Requirement ${id}">${id}</a> `;
    return `<span class="requirement" id="${id}">${link}`;
  });
}

/** Blanks before a sentence belong to the text around it. */
function withoutLead(nodes: readonly PhrasingContent[]): { lead: PhrasingContent[]; rest: PhrasingContent[] } {
  const [first, ...others] = nodes;
  if (first?.type !== "text") return { lead: [], rest: [...nodes] };
  const blanks = /^\s*/.exec(first.value)?.[0] ?? "";
  if (blanks === "") return { lead: [], rest: [...nodes] };
  const lead: Text = { type: "text", value: blanks };
  return { lead: [lead], rest: [{ ...first, value: first.value.slice(blanks.length) }, ...others] };
}

function toSpan(ordinal: number, children: PhrasingContent[]): Emphasis {
  const span: Emphasis = { type: "emphasis", children, data: { hName: "span", hProperties: spanProperties(ordinal) } };
  markKeyWords(span);
  return span;
}

function spanProperties(ordinal: number): { className: string[]; dataRequirement: string } {
  return { className: ["requirement"], dataRequirement: String(ordinal) };
}

/** Marks the key words in all texts below a node. */
function markKeyWords(top: Parents): void {
  const pending: { readonly parent: Parents; readonly inLink: boolean }[] = [{ parent: top, inLink: false }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { parent, inLink } = step;
    const children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type === "text") return splitAtKeyWords(child, inLink);
      if ("children" in child) {
        pending.push({ parent: child, inLink: inLink || child.type === "link" || child.type === "linkReference" });
      }
      return [child];
    });
    parent.children = children as typeof parent.children;
  }
}

function splitAtKeyWords(text: Text, inLink: boolean): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const keyWord of findKeyWords(text.value)) {
    if (keyWord.start > end) parts.push({ type: "text", value: text.value.slice(end, keyWord.start) });
    parts.push(toKeyWord({ type: "text", value: text.value.slice(keyWord.start, keyWord.end) }, inLink));
    end = keyWord.end;
  }
  if (end === 0) return [text];
  if (end < text.value.length) parts.push({ type: "text", value: text.value.slice(end) });
  return parts;
}

/** A link inside a link is not HTML: there the mark alone remains. */
function toKeyWord(text: Text, inLink: boolean): Emphasis {
  const link: Link = { type: "link", url: `#${KEY_WORDS_ANCHOR}`, children: [text] };
  return { type: "emphasis", children: [inLink ? text : link], data: { hProperties: { className: ["rfc2119"] } } };
}
