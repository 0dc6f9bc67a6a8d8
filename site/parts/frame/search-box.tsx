/** A search field that is a plain form: the answer is a page of its own. */
export function SearchBox(props: {
  action: string;
  label: string;
  query?: string;
  placeholder?: string;
  name?: string;
}) {
  return (
    <form class="search-box" role="search" action={props.action} method="get">
      <label>
        <span class="search-label">{props.label}</span>
        <input
          type="search"
          name={props.name ?? "q"}
          value={props.query}
          placeholder={props.placeholder}
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <button type="submit">Search</button>
    </form>
  );
}
