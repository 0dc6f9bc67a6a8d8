/** Our mark: an upright slab with three carved lines, in the color of the text around it. Decoration, hence hidden. */
export function Slab() {
  return (
    <svg class="slab" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M4 14V4.5a4 4 0 0 1 8 0V14h1.5v1.5h-11V14z" fill="currentColor" />
      <path class="slab-lines" d="M6 6h4M6 8.5h4M6 11h2.5" fill="none" stroke-width="1.2" />
    </svg>
  );
}
