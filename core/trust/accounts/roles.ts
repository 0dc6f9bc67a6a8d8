/** Role bits of the compliance monitor (certification protocol, "Objects"), by their names in the accounts file. */
export const ROLE_BITS = { read_any: 1, append_any: 2, admin: 4, approve: 8 } as const;

/** Name of a role. */
export type RoleName = keyof typeof ROLE_BITS;

/** Whether a sum of role bits has a role. */
export function hasRole(roles: number, role: RoleName): boolean {
  return (roles & ROLE_BITS[role]) !== 0;
}
