import { KEY_WORDS, refersToDefinition } from "#core/standards/requirements/key-words.ts";
import { KEY_WORDS_ANCHOR } from "#core/standards/requirements/mark-requirements.ts";

/** How a key word is marked in a fragment; it names the RFC, but not to the reader. */
const MARK = 'class="rfc2119"';

/**
 * What the key words of a document mean, once for all of them: the key words in the text link here. Where the document
 * itself does not say by which definition it uses them, this says so in its place.
 */
export function KeyWordsNote({ used, fragment }: { used: readonly string[]; fragment: string }) {
  const shown = KEY_WORDS.filter(({ word }) => used.includes(word));
  if (shown.length === 0) return null;
  return (
    <section class="key-words" id={KEY_WORDS_ANCHOR} aria-labelledby="key-words-title">
      <h2 id="key-words-title">Key words</h2>
      <p>
        {refersToDefinition(fragment.replaceAll(MARK, ""))
          ? "In capital letters, these words are meant as in "
          : "The document does not say so itself; in capital letters, these words are meant as in "}
        <a href="https://www.rfc-editor.org/info/bcp14" rel="external noopener">
          BCP 14 (RFC 2119, RFC 8174)
        </a>
        .
      </p>
      <dl>
        {shown.map(({ word, meaning }) => (
          <div>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
