/** IPv6 addresses have eight groups of 16 bits; one customer has the /64 that the first four name. */
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * The network that an address belongs to, as the unit of limits: an IPv4 address itself (`192.0.2.1`), the /64 of an IPv6 address
 * (`2001:db8:0:1::/64`), whose holder has all addresses in it. An IPv6 address that stands for an IPv4 address (RFC 4291
 * §2.5.5.2) is that address. Undefined for what is no address; a zone, and a port as proxies add it, are left out.
 */
export function networkOf(address: string): string | undefined {
  const text = withoutPort(address.trim());
  const octets = readIpv4(text);
  if (octets !== undefined) return octets.join(".");
  const groups = readIpv6(text);
  if (groups === undefined) return undefined;
  const mapped = mappedIpv4(groups);
  if (mapped !== undefined) return mapped.join(".");
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(":")}::/64`;
}

/** Without brackets, port and zone: `[2001:db8::1%eth0]:443`, `192.0.2.1:80`. */
function withoutPort(text: string): string {
  if (text.startsWith("[")) {
    const end = text.indexOf("]");
    return end < 0 ? "" : withoutZone(text.slice(1, end));
  }
  const colon = text.indexOf(":");
  return colon >= 0 && colon === text.lastIndexOf(":") ? text.slice(0, colon) : withoutZone(text);
}

function withoutZone(text: string): string {
  return text.split("%", 1)[0] ?? "";
}

function readIpv4(text: string): readonly number[] | undefined {
  const parts = text.split(".");
  // A leading zero would be octal for some and decimal for others.
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) return undefined;
  const octets = parts.map(Number);
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}

function readIpv6(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [before, behind] = halves.map((half, index) => readGroups(half, index === halves.length - 1));
  if (before === undefined) return undefined;
  if (halves.length === 1) return before.length === GROUPS ? before : undefined;
  if (behind === undefined) return undefined;
  const missing = GROUPS - before.length - behind.length;
  // `::` stands for at least one group.
  return missing < 1 ? undefined : [...before, ...Array.from({ length: missing }, () => 0), ...behind];
}

/** Groups between colons; the last two may be written as an IPv4 address where the address ends. */
function readGroups(half: string, isLast: boolean): readonly number[] | undefined {
  if (half === "") return [];
  const parts = half.split(":");
  if (parts.length > GROUPS) return undefined;
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    const octets = isLast && index === parts.length - 1 ? readIpv4(part) : undefined;
    const [a = 0, b = 0, c = 0, d = 0] = octets ?? [];
    if (octets !== undefined) groups.push(a * 256 + b, c * 256 + d);
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

function mappedIpv4(groups: readonly number[]): readonly number[] | undefined {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const [high = 0, low = 0] = groups.slice(6);
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255] : undefined;
}
