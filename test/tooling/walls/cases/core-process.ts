// place: core/standards
// refused: TS2591
// promise: the core knows no host: process
export const value: unknown = process.env["HOME"];
