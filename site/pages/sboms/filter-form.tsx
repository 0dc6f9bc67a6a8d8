/** A choice in a filter: the value in the address, and its words. */
export type FilterOption = readonly [value: string, text: string];

/** A filter that offers choices; the first one stands for "any". */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

/** What a form narrows and how it stands. */
export interface FilterFormProps {
  readonly action: string;
  /** What the text is looked for in. */
  readonly label: string;
  readonly fields: readonly FilterField[];
  /** As in the address. */
  readonly values: Readonly<Record<string, string>>;
}

/** A search field with choices beside it; a plain form, so the answer is a page with an address. */
export function FilterForm({ action, label, fields, values }: FilterFormProps) {
  const shown = new Set(["q", ...fields.map(({ name }) => name)]);
  const hidden = Object.entries(values).filter(([name, value]) => !shown.has(name) && value !== "");
  return (
    <form class="search-box filter-form" role="search" action={action} method="get">
      <label>
        <span class="search-label">{label}</span>
        <input type="search" name="q" value={values["q"]} autocomplete="off" spellcheck={false} maxlength={200} />
      </label>
      {fields.map((field) => (
        <Choice field={field} value={values[field.name] ?? ""} />
      ))}
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Filter</button>
    </form>
  );
}

function Choice({ field: { name, label, options }, value }: { field: FilterField; value: string }) {
  // What the address asks for stays chosen, also where it is not among the most frequent.
  const all = options.some(([known]) => known === value) ? options : [...options, [value, value] as const];
  return (
    <label class="filter-choice">
      <span class="search-label">{label}</span>
      <select name={name}>
        {all.map(([known, text]) => (
          <option value={known} selected={known === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
