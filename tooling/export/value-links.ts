/** Attributes whose value holds addresses among other things; each is read as HTML says, in one pass. */

/** `srcset` (HTML, "Parsing a srcset attribute"): candidates of an address and perhaps a width or density, between commas. */
export function mapSourceSet(value: string, map: (link: string) => string): string {
  let result = "";
  let position = 0;
  while (position < value.length) {
    const start = skip(value, position, (character) => isSpace(character) || character === ",");
    let end = skip(value, start, (character) => !isSpace(character));
    // A comma at the end of an address belongs to the list; then there is nothing but the next candidate.
    const hasDescriptors = value[end - 1] !== ",";
    while (end > start && value[end - 1] === ",") end -= 1;
    const next = hasDescriptors ? endOfDescriptors(value, end) : end;
    result += value.slice(position, start) + (end > start ? map(value.slice(start, end)) : "") + value.slice(end, next);
    position = next;
  }
  return result;
}

/** The comma after the descriptors, or the end. */
function endOfDescriptors(value: string, start: number): number {
  let depth = 0;
  for (let position = start; position < value.length; position += 1) {
    if (value[position] === "(") depth += 1;
    else if (value[position] === ")") depth = Math.max(0, depth - 1);
    else if (value[position] === "," && depth === 0) return position;
  }
  return value.length;
}

/** `<meta http-equiv=refresh content="3; url='/there'">`: the address may stand in quotation marks. */
export function mapRefresh(value: string, map: (link: string) => string): string {
  const separator = value.search(/[;,]/);
  if (separator < 0) return value;
  let start = skip(value, separator + 1, isSpace);
  if (value.slice(start, start + 3).toLowerCase() === "url") {
    const equals = skip(value, start + 3, isSpace);
    if (value[equals] === "=") start = skip(value, equals + 1, isSpace);
  }
  const quote = value[start];
  if (quote === '"' || quote === "'") {
    start += 1;
    const close = value.indexOf(quote, start);
    return replaceBetween(value, start, close < 0 ? value.length : close, map);
  }
  return replaceBetween(value, start, value.length, map);
}

function replaceBetween(value: string, start: number, end: number, map: (link: string) => string): string {
  return start >= end ? value : value.slice(0, start) + map(value.slice(start, end)) + value.slice(end);
}

function skip(value: string, start: number, isSkipped: (character: string) => boolean): number {
  let position = start;
  while (position < value.length && isSkipped(value[position] ?? "")) position += 1;
  return position;
}

function isSpace(character: string): boolean {
  return " \t\n\f\r".includes(character);
}
