import { findKeyWords } from "#core/standards/requirements/key-words.ts";

/** A normative sentence as its document shows it: code as code, key words marked. */
export function RequirementText({ text }: { text: string }) {
  // Odd parts stand between backticks.
  return (
    <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : <KeyWords text={part} />))}</>
  );
}

function KeyWords({ text }: { text: string }) {
  const parts = [];
  let end = 0;
  for (const keyWord of findKeyWords(text)) {
    parts.push(text.slice(end, keyWord.start), <em class="rfc2119">{text.slice(keyWord.start, keyWord.end)}</em>);
    end = keyWord.end;
  }
  return <>{[...parts, text.slice(end)]}</>;
}
