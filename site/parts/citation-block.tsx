import type { Citation } from "./citation.ts";

/** "Cite this document": three forms to copy, folded away at the end of the text. */
export function CitationBlock({ citation: { plain, bibtex, cslJson } }: { citation: Citation }) {
  const forms = [
    { title: "Plain text", text: plain },
    { title: "BibTeX", text: bibtex },
    { title: "CSL-JSON", text: cslJson },
  ];
  return (
    <details class="fold citation">
      <summary>Cite this document</summary>
      <div class="prose">
        {forms.map(({ title, text }) => (
          <>
            <h2>{title}</h2>
            <pre tabindex={0}>{text}</pre>
          </>
        ))}
      </div>
    </details>
  );
}
