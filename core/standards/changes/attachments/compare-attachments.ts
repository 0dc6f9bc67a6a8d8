/** Judges what changed in everything that belongs to a demand besides its words; each judgement names its chain. */
import { judgeSentence, type Judged } from "../bounds/judge-sentence.ts";
import { findPlaces, type Place } from "../bounds/places.ts";
import { readItems } from "../bounds/read-items.ts";
import { announcementOf, type Announcement } from "./announcement.ts";
import { announcedBlocks, type PlacedDemand } from "./attachment.ts";
import { compareBlock, compareSections } from "./compare-blocks.ts";
import { footnotesOf, linksOf, sectionsOf, type DemandLink } from "./links-of.ts";

/** What became of what belongs to a demand. */
export function compareAttachments(before: PlacedDemand, after: PlacedDemand): Judged[] {
  return [
    ...compareAnnounced(before, after),
    ...compareBeside(before, after),
    ...compareFootnotes(before, after),
    ...compareTerms(before, after),
    ...compareLinks(before, after),
    ...compareNamedSections(before, after),
  ];
}

function inChain(chain: string, judged: Judged | undefined): Judged[] {
  if (judged === undefined || judged.effect === "none") return [];
  return [{ effect: judged.effect, evidence: `${chain}: ${judged.evidence}` }];
}

function* compareAnnounced(before: PlacedDemand, after: PlacedDemand): Iterable<Judged> {
  const [from, to] = [announcedBlocks(before), announcedBlocks(after)];
  for (const [index, block] of to.entries()) {
    const earlier = from.length === to.length ? from[index] : from.find(({ name }) => name === block.name);
    const announced = announcementOf(after.demand.text, block.by);
    const chain = `${block.name} that it announces`;
    const judged =
      earlier === undefined
        ? [
            {
              effect: announced.added === "relaxes" ? announced.added : ("tightens" as const),
              evidence: `${chain} is new`,
            },
          ]
        : inChain(chain, compareBlock(earlier.node, block.node, announced));
    yield* block.isAdvice ? judged.map(({ evidence }) => ({ effect: "unclear" as const, evidence })) : judged;
  }
  if (from.length > to.length) yield { effect: "unclear", evidence: "something that it announced is gone" };
}

/** Sentences of the same paragraph that demand nothing: explanations, and exceptions. */
function* compareBeside({ demand: before }: PlacedDemand, { demand: after }: PlacedDemand): Iterable<Judged> {
  const [from, to] = [
    before.beside.filter((text) => !after.beside.includes(text)),
    after.beside.filter((text) => !before.beside.includes(text)),
  ];
  const chain = "beside it";
  for (const [index, text] of to.entries()) {
    const earlier = from[index];
    const announced = announcementOf(after.text, text);
    if (announced.place.zone !== "exception" && !hasOtherNumbers(earlier ?? "", text)) continue;
    if (earlier === undefined) yield { effect: announced.added, evidence: `${chain}: a new sentence "${cut(text)}"` };
    else yield* inChain(chain, judgeSentence(earlier, text, inExemption(text, announced.place)));
  }
  for (const text of from.slice(to.length)) {
    const { removed, place } = announcementOf(after.text, text);
    if (place.zone !== "exception" && !hasOtherNumbers(text, "")) continue;
    yield { effect: removed, evidence: `${chain}: a sentence is gone: "${cut(text)}"` };
  }
}

/** An explanation may be worded in any way, as long as its numbers stay. */
function hasOtherNumbers(before: string, after: string): boolean {
  const numbersOf = (text: string): string =>
    (readItems(text) ?? []).flatMap((item) => (item.kind === "bound" ? [item.text] : [])).join(" ");
  return numbersOf(before) !== numbersOf(after);
}

/** The words that say "does not apply to" are no negation of what follows them. */
function inExemption(text: string, place: Place): Place {
  if (place.zone !== "exception") return place;
  const start = (readItems(text) ?? []).findIndex(
    (item) => item.kind === "word" && /^(?:to|for|are|is|from)$/.test(item.lower),
  );
  return { ...place, start: Math.max(0, start) };
}

function* compareFootnotes(before: PlacedDemand, after: PlacedDemand): Iterable<Judged> {
  const from = footnotesOf(before);
  for (const [index, { label, offset }] of footnotesOf(after).entries()) {
    const [earlier, later] = [before.map.footnotes.get(from[index]?.label ?? ""), after.map.footnotes.get(label)];
    if (earlier === undefined && later === undefined) continue;
    const chain = `its footnote "${label}"`;
    if (earlier === undefined || later === undefined)
      yield { effect: "unclear", evidence: `${chain} is ${later === undefined ? "gone" : "new"}` };
    else yield* inChain(chain, judgeSentence(earlier, later, placeAt(after.demand.text, offset)));
  }
  if (from.length > footnotesOf(after).length) yield { effect: "unclear", evidence: "one of its footnotes is gone" };
}

/** The definitions of terms that the demand uses. */
function* compareTerms(before: PlacedDemand, after: PlacedDemand): Iterable<Judged> {
  const text = after.demand.text.toLowerCase();
  for (const [term, meaning] of after.map.terms) {
    const earlier = before.map.terms.get(term);
    const offset = wordIndex(text, term);
    if (offset < 0 || earlier === meaning) continue;
    const chain = `the term "${term}"`;
    if (earlier === undefined) yield { effect: "unclear", evidence: `${chain} is defined now` };
    else yield* inChain(chain, judgeSentence(earlier, meaning, placeAt(after.demand.text, offset)));
  }
  for (const term of before.map.terms.keys()) {
    if (after.map.terms.has(term) || wordIndex(text, term) < 0) continue;
    yield { effect: "unclear", evidence: `the term "${term}" is no longer defined` };
  }
}

/** Where a term stands in a text as a word; a plural `s` may follow. */
function wordIndex(text: string, term: string): number {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const [before, rest] = [text.slice(Math.max(0, at - 1), at), text.slice(at + term.length, at + term.length + 2)];
    if (!/[\p{L}\p{N}]/u.test(before) && !/^(?!s(?:[^\p{L}\p{N}]|$))[\p{L}\p{N}]/u.test(rest)) return at;
  }
  return -1;
}

/** The place, as the text of a definition sees it, of what stands at an offset of a demand. */
function placeAt(demand: string, offset: number): Place {
  const items = readItems(demand) ?? [];
  const index = Math.max(0, (readItems(demand.slice(0, offset + 1)) ?? []).length - 1);
  const found = findPlaces(items)[index];
  const { place } = announcementOf(demand);
  if (found?.clause === undefined || place.clause === undefined)
    return { zone: "unknown", start: 0, clause: place.clause };
  if (found.zone === "predicate") return found.clause.modal.isNegative ? { ...place, zone: "predicate" } : place;
  return { zone: found.zone === "head" ? "subject" : found.zone, start: -1, clause: place.clause };
}

/** Where links of the text lead. A link that is new on the same words only helps readers. */
function* compareLinks(before: PlacedDemand, after: PlacedDemand): Iterable<Judged> {
  const [from, to] = [linksOf(before), linksOf(after)];
  for (const [index, link] of to.entries()) {
    const same = from.find(({ text, url }) => text === link.text && url === link.url);
    const earlier =
      same ?? from.find(({ text }) => text === link.text) ?? (from.length === to.length ? from[index] : undefined);
    if (earlier === undefined || isSameTarget(earlier, link)) continue;
    yield* compareTargets(before, earlier, after, link);
  }
  if (from.length > to.length) yield { effect: "unclear", evidence: "one of its links is gone" };
}

function* compareTargets(
  before: PlacedDemand,
  earlier: DemandLink,
  after: PlacedDemand,
  later: DemandLink,
): Iterable<Judged> {
  const chain = `its link "${cut(later.text)}"`;
  const evidence = `${chain} leads to ${later.url} instead of ${earlier.url}`;
  const [from, to] = [before.map.sections.get(earlier.url.slice(1)), after.map.sections.get(later.url.slice(1))];
  const isInside = earlier.url.startsWith("#") && later.url.startsWith("#");
  if (!isInside || from === undefined || to === undefined) {
    yield { effect: "unclear", evidence };
    return;
  }
  const judged = compareSections(from.nodes, to.nodes, announcementOf(after.demand.text));
  yield judged === undefined || judged.effect === "none"
    ? { effect: "unclear", evidence }
    : { effect: judged.effect, evidence: `${evidence}; there, ${judged.evidence}` };
}

/** The scheme and a slash at the end lead nowhere else. */
function isSameTarget(before: DemandLink, after: DemandLink): boolean {
  const plain = (url: string): string => url.replace(/^http:/, "https:").replace(/\/$/, "");
  return plain(before.url) === plain(after.url);
}

function* compareNamedSections(before: PlacedDemand, after: PlacedDemand): Iterable<Judged> {
  const from = new Set(sectionsOf(before));
  const announced: Announcement = announcementOf(after.demand.text);
  for (const anchor of sectionsOf(after)) {
    const [earlier, later] = [before.map.sections.get(anchor), after.map.sections.get(anchor)];
    if (!from.has(anchor) || earlier === undefined || later === undefined) continue;
    yield* inChain(
      `the section "${later.title}" that it names`,
      compareSections(earlier.nodes, later.nodes, announced),
    );
  }
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
