import { createHmac } from 'node:crypto'

const BLOCK = 64
/** How long a proof holds: the clocks of host and database may differ by less. */
export const PROOF_SECONDS = 300

/** The host's key for scopes: proves to the database that a login may work for an organization on a connection (DECISIONS 11). */
export interface ScopeKey {
  /** The proof that `login` may work for the organization on the connection whose backend has this process id, for some minutes. */
  prove(login: string, on: { organizationId: string; backend: number; expiry?: number }): string
  /** The key as the database's function needs it: padded for the two rounds of HMAC-SHA256 (RFC 2104). */
  pads(): { inner: Buffer; outer: Buffer }
}

/** Derived from the installation's secret, so that every instance has the same one and none has to keep it. */
export function scopeKeyOf(secretKey: string): ScopeKey {
  const key = createHmac('sha256', secretKey).update('scope of process modules').digest()
  const padded = (byte: number): Buffer => Buffer.from(Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ byte))
  return {
    prove: (login, { organizationId, backend, expiry = Math.floor(Date.now() / 1_000) + PROOF_SECONDS }) =>
      `${expiry}.${createHmac('sha256', key).update(`${login} ${backend} ${expiry} ${organizationId}`).digest('hex')}`,
    pads: () => ({ inner: padded(0x36), outer: padded(0x5c) }),
  }
}
