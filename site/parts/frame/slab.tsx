/** Our mark: an upright slab with three carved lines, in the color of the text around it. Decoration, hence hidden. */
export function Slab() {
  return (
    <svg class="slab" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M4 3.5 12 1v12.5H4zM2 14.5h12V16H2z" fill="currentColor" />
      <path class="slab-lines" d="M6 6h4M6 8.25h4M6 10.5h2.5" fill="none" stroke-width="1" />
    </svg>
  );
}
