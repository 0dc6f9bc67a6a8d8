/** Our mark: an upright slab with three carved lines, in the color of the text around it. Decoration, hence hidden. */
export function Slab() {
  return (
    <svg class="slab" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M3 13.5V6a5 5 0 0 1 10 0v7.5zM1 14.5h14v1H1z" fill="currentColor" />
      <path class="slab-lines" d="M5.5 6h5M5.5 8.25h5M5.5 10.5h3" fill="none" stroke-width="1" />
    </svg>
  );
}
