import type { Child } from "hono/jsx";

import type { BlockDiff } from "#core/standards/comparison/compare-texts.ts";
import type { TextBlock } from "#core/standards/comparison/text-block.ts";

import { DiffWords, MarkedWords } from "./diff-words.tsx";

/** Unchanged blocks that stay visible beside a change. */
const CONTEXT = 1;

type Fold = { readonly kind: "shown" | "folded"; readonly blocks: readonly BlockDiff[] };

/** The text once, with what was removed and what was added. */
export function InlineDiff({ diff }: { diff: readonly BlockDiff[] }) {
  return (
    <div class="prose diff">
      {foldUnchanged(diff).map(({ kind, blocks }) => {
        const content = blocks.map((block) => <Block block={shownBlock(block)}>{inlineContent(block)}</Block>);
        return kind === "shown" ? content : <Folded count={blocks.length}>{content}</Folded>;
      })}
    </div>
  );
}

/** The earlier text on the left, the later one on the right, versions of a block side by side. */
export function SideBySideDiff(props: { diff: readonly BlockDiff[]; before: string; after: string }) {
  return (
    <div class="prose diff diff-sides">
      <div class="diff-pair diff-names">
        <p>{props.before}</p>
        <p>{props.after}</p>
      </div>
      {foldUnchanged(props.diff).map(({ kind, blocks }) => {
        const content = pairUp(blocks).map(({ before, after }) => (
          <div class="diff-pair">
            <div>{before === undefined ? null : side(before, "before")}</div>
            <div>{after === undefined ? null : side(after, "after")}</div>
          </div>
        ));
        return kind === "shown" ? content : <Folded count={blocks.length}>{content}</Folded>;
      })}
    </div>
  );
}

interface Pair {
  before?: BlockDiff;
  after?: BlockDiff;
}

/** Rows of two: what was removed stands beside what was added in its place. */
function pairUp(blocks: readonly BlockDiff[]): Pair[] {
  const rows: Pair[] = [];
  /** Row of the next removed and of the next added block. */
  const next = { before: 0, after: 0 };
  for (const block of blocks) {
    if (block.kind === "same" || block.kind === "changed") {
      rows.push({ before: block, after: block });
      next.before = next.after = rows.length;
      continue;
    }
    const side = block.kind === "removed" ? "before" : "after";
    const row = rows[next[side]] ?? {};
    row[side] = block;
    rows[next[side]] = row;
    next[side] += 1;
  }
  return rows;
}

function Folded({ count, children }: { count: number; children?: Child }) {
  return (
    <details class="fold diff-fold">
      <summary>
        {count} unchanged {count === 1 ? "block" : "blocks"}
      </summary>
      {children}
    </details>
  );
}

/** Runs of unchanged blocks are folded away, up to the last one before a change and the first one after it. */
function foldUnchanged(diff: readonly BlockDiff[]): Fold[] {
  const isNearChange = diff.map((_block, index) =>
    diff.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== "same"),
  );
  const folds: { kind: Fold["kind"]; blocks: BlockDiff[] }[] = [];
  for (const [index, block] of diff.entries()) {
    const kind = isNearChange[index] === true ? "shown" : "folded";
    const last = folds.at(-1);
    if (last?.kind === kind) last.blocks.push(block);
    else folds.push({ kind, blocks: [block] });
  }
  return folds;
}

function shownBlock(block: BlockDiff): TextBlock {
  return block.kind === "removed" ? block.before : block.after;
}

function inlineContent(block: BlockDiff): Child {
  switch (block.kind) {
    case "same":
      return <MarkedWords words={block.after.words} />;
    case "changed":
      return <DiffWords segments={block.segments} />;
    case "removed":
      return <del>{<MarkedWords words={block.before.words} />}</del>;
    case "added":
      return <ins>{<MarkedWords words={block.after.words} />}</ins>;
  }
}

function side(block: BlockDiff, side: "before" | "after"): Child {
  const removedOrAdded = side === "before" ? "removed" : "added";
  if (block.kind === "changed") {
    const segments = block.segments.filter(({ kind }) => kind === "same" || kind === removedOrAdded);
    return (
      <Block block={block[side]}>
        <DiffWords segments={segments} />
      </Block>
    );
  }
  if (block.kind === "same") return <Block block={block[side]}>{inlineContent(block)}</Block>;
  return block.kind === removedOrAdded ? <Block block={shownBlock(block)}>{inlineContent(block)}</Block> : null;
}

/** Blocks look like what they are but are paragraphs all: half a list or table is none. */
function Block({ block: { kind, depth }, children }: { block: TextBlock; children?: Child }) {
  if (kind === "code") return <pre class="diff-code">{children}</pre>;
  const rank = kind === "heading" || kind === "item" ? ` diff-depth-${Math.min(depth, 4)}` : "";
  return <p class={`diff-${kind}${rank}`}>{children}</p>;
}
