/** A part of the page by its id. The page is made by site/pages, so a part that is not there is our own fault. */
export function part<Found extends HTMLElement>(id: string, kind: { new (): Found; readonly prototype: Found }): Found {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`#${id} is missing`);
  return found;
}
