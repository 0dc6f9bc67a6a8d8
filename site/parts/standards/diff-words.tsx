import type { Child } from "hono/jsx";

import type { DiffSegment } from "#core/standards/comparison/compare-texts.ts";
import { CELL_BORDER, type Mark, type MarkSet, type Word } from "#core/standards/comparison/text-block.ts";

/** Words with their marks, made anew: what stands there is well-formed whatever part of a text it is. */
export function MarkedWords({ words }: { words: readonly Word[] }) {
  return <>{runsOf(words).map(({ text, set }) => wrap(text, set.marks))}</>;
}

/** Stretches of both sides, removed ones struck, added ones underlined. */
export function DiffWords({ segments }: { segments: readonly DiffSegment[] }) {
  return (
    <>
      {segments.map(({ kind, words }) => {
        const text = <MarkedWords words={words} />;
        if (kind === "same") return text;
        return kind === "removed" ? <del>{text}</del> : <ins>{text}</ins>;
      })}
    </>
  );
}

interface Run {
  text: string;
  readonly set: MarkSet;
}

/** Neighboring words with the same marks. */
function runsOf(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const { text, set } of words) {
    const shown = text === CELL_BORDER ? " │ " : text;
    const last = runs.at(-1);
    if (last?.set === set) last.text += shown;
    else runs.push({ text: shown, set });
  }
  return runs;
}

function wrap(text: string, marks: readonly Mark[]): Child {
  return marks.reduceRight<Child>((inner, { tag, href = "" }) => {
    switch (tag) {
      case "strong":
        return <strong>{inner}</strong>;
      case "em":
        return <em>{inner}</em>;
      case "del":
        return <s>{inner}</s>;
      case "code":
        return <code>{inner}</code>;
      case "sup":
        return <sup>{inner}</sup>;
      case "a":
        // Anchors lead within the document, which is not this page.
        return /^(?:https?:\/\/|mailto:|\/)/i.test(href) ? <a href={href}>{inner}</a> : inner;
    }
  }, text);
}
