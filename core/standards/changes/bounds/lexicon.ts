/** Words whose meaning turns or narrows what a sentence asks for. */
import type { Item } from "./item.ts";

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}

function phrases(...texts: string[]): readonly (readonly string[])[] {
  return texts.map((text) => text.split(" ")).sort((a, b) => b.length - a.length);
}

export const ARTICLES = words("a an the");
/** Determiners that stand before a noun. */
export const DETERMINERS = words("a an the its their his her this that these those all every each any both no some");
export const UNIVERSALS = words("all every each any both");
/** Verbs whose object exists because of the demand: "MUST have disks of at least 1 TB". */
export const HAVING = words(
  "be have provide offer deliver sustain reach keep run use store hold contain consist carry guarantee ensure maintain operate take last complete respond answer finish stay remain fall get give grant obtain achieve comprise include lie wait speak carry retain drop rise go expire end start begin contribute publish deploy choose",
);
/** Verbs whose object a number may describe: each of what they bring has that size. */
export const OFFERS = words(
  "have provide offer deliver sustain guarantee ensure maintain achieve run use deploy choose get obtain",
);
/** Verbs of what a number sets off. */
export const TRIGGERED = words("compensate refund reimburse pay alert warn alarm escalate evict");
/** Verbs of what goes on under circumstances. */
export const STANDING = words("run work operate function start boot perform");
/** Nouns that count or measure others. */
export const MEASURES = words(
  "number share percentage percent ratio fraction proportion part count sum total amount average mean median majority minority",
);
/** Verbs of which an upper bound is a cost. */
export const COSTS = words("take last cost need lose wait consume differ deviate");
/** Verbs of which "up to N" names what must work. */
export const CAPABILITIES = words(
  "support accept allow permit handle offer provide carry tolerate withstand survive let enable grant sustain process store serve transport forward cope deliver scale",
);
/** Verbs that deal with all objects of a kind: "MUST delete accounts that …". */
export const HANDLING = words("delete remove reject refuse log replace wipe block drop erase deny retire terminate");
/** Words that turn what stands behind them, where `to` follows. */
export const FAILURES = words("fail unable impossible omit refuse neglect");
/** Words that may turn a meaning and that nothing has read. */
export const NEGATIONS = words(
  "not no never none neither nor cannot without hardly prevent avoid prohibit forbid exclude stop refuse reject deny lack fail unable impossible missing omit neglect than less fewer least unless except only but absence",
);
/** Nouns of what is the better the smaller it is. */
export const COST_NOUNS = words(
  "latency latencies time delay duration age interval downtime period loss jitter temperature error distance oversubscription utilization utilisation consumption deviation offset wait lag rto rpo timeout lifetime validity",
);
/** Those who have rights against a provider. */
export const USERS = words(
  "user users customer customers tenant tenants consumer consumers subscriber subscribers researcher researchers",
);

export const CONDITIONS = phrases(
  "if",
  "when",
  "whenever",
  "where",
  "wherever",
  "in case",
  "in the event",
  "provided",
  "as long as",
  "so long as",
  "on condition",
  "once",
  "while",
  "should",
);
export const EXCEPTIONS = phrases(
  "unless",
  "except",
  "excepting",
  "excluding",
  "other than",
  "apart from",
  "with the exception of",
  "save for",
  "not including",
  "barring",
  "not counting",
);
export const CONTRASTS = phrases(
  "as opposed to",
  "unlike",
  "in contrast to",
  "instead of",
  "rather than",
  "compared to",
  "compared with",
);
export const EXAMPLES = phrases(
  "e.g",
  "for example",
  "for instance",
  "such as",
  "including",
  "in particular",
  "especially",
  "for illustration",
);
/** What widens where it seems to narrow. */
export const EXTENDERS = words(
  "even also whether regardless irrespective including particularly especially too additionally plus",
);
/** What takes the force out of a demand. */
export const SOFTENERS = phrases(
  "normally",
  "usually",
  "generally",
  "typically",
  "ideally",
  "preferably",
  "as a rule",
  "in principle",
  "as far as possible",
  "where possible",
  "if possible",
  "when possible",
  "where feasible",
  "if feasible",
  "where applicable",
  "where practicable",
  "wherever possible",
  "on a best effort basis",
);
export const MANNERS = phrases(
  "by means of",
  "with the help of",
  "by way of",
  "by",
  "via",
  "through",
  "using",
  "in accordance with",
  "according to",
  "as defined in",
  "as specified in",
);
/** Prepositions that narrow the noun before them. */
export const PREPOSITIONS = words(
  "of in on at with for from to between by via through using over under during outside inside within across per among without",
);
export const RELATIVES = words("that which who whose whom");
/** Adjectives that take the noun out of its own class. */
export const PRIVATIVES = words(
  "former future planned potential alleged fake intended prospective other additional new-style virtual almost nearly not non",
);

/** The lower-case text of a word, else nothing. */
export function lowerOf(item: Item | undefined): string {
  return item?.kind === "word" ? item.lower : "";
}

/** How many items the longest of the phrases takes that begins at a place; 0 for none. */
export function phraseAt(items: readonly Item[], at: number, known: readonly (readonly string[])[]): number {
  for (const phrase of known) {
    if (phrase.every((word, index) => lowerOf(items[at + index]) === word)) return phrase.length;
  }
  return 0;
}

/** Whether a word only says how: "regularly", but not "comply". */
export function isAdverb(lower: string): boolean {
  return lower.endsWith("ly") && !/^(?:app|comp|f|imp|multip|rep|supp|re)ly$/.test(lower);
}

/** A verb without its ending, to be looked up. */
export function isVerbIn(known: ReadonlySet<string>, lower: string): boolean {
  if (known.has(lower)) return true;
  const stem = lower.replace(/(?:ing|ed|es|s)$/, "");
  return known.has(stem) || known.has(`${stem}e`);
}
