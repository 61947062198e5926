/** A random UUID (version 4). Written out because `crypto.randomUUID` exists on secure origins only. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Gives the `Idempotency-Key` of a form: the same as long as the same content is tried again, a new one for other content and
 * after success. So a second press after a lost answer saves nothing twice.
 */
export interface Keyring {
  keyFor(content: unknown): string
  /** The last content was saved: sending it once more is meant as a second record. */
  settle(): void
}

export function createKeyring(makeKey: () => string = randomUuid): Keyring {
  let last: { content: string; key: string } | null = null
  return {
    keyFor(content) {
      const text = JSON.stringify(content) ?? ''
      if (last?.content !== text) last = { content: text, key: makeKey() }
      return last.key
    },
    settle() {
      last = null
    },
  }
}
