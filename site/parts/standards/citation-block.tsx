import type { Citation } from "#core/standards/citations/cite-document.ts";

interface Props {
  readonly citation: Citation;
  /** Address of the citation; `.bib`, `.json` and `.txt` behind it are the forms as files. */
  readonly href: string;
}

/** "Cite this document": three forms to copy, folded away at the end of the text. */
export function CitationBlock(props: Props) {
  return (
    <details class="fold citation">
      <summary>Cite this document</summary>
      <div class="prose">
        <CitationForms {...props} />
      </div>
    </details>
  );
}

/** A citation in its three forms, each with the file that holds it. */
export function CitationForms({ citation: { plain, bibtex, cslJson }, href }: Props) {
  const forms = [
    { title: "Plain text", text: plain, ending: ".txt" },
    { title: "BibTeX", text: bibtex, ending: ".bib" },
    { title: "CSL-JSON", text: cslJson, ending: ".json" },
  ];
  return (
    <>
      {forms.map(({ title, text, ending }) => (
        <>
          <h2>{title}</h2>
          <pre tabindex={0}>{text}</pre>
          <p>
            <a href={href + ending}>{title} as a file</a>
          </p>
        </>
      ))}
    </>
  );
}
