/**
 * The only names of the host that the core may use: text codecs and URL parsing, the same in every JavaScript runtime.
 * Everything else (clock, randomness, digests, storage, network) comes in as an argument.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  href: string;
  protocol: string;
  host: string;
  hostname: string;
  username: string;
  password: string;
  pathname: string;
  search: string;
  hash: string;
}
declare function atob(data: string): string;
declare function btoa(data: string): string;
