export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

const MAX_DEPTH = 40

export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Parses a JSON object that a stranger wrote.
 *
 * @throws Error with a reason when it is no JSON, no object, nested deeper than 40, or has the key `__proto__`
 */
export function parseJsonObject(text: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('it is not JSON')
  }
  if (!isJsonObject(value)) throw new Error('it is not a JSON object')
  assertPlain(value, 1)
  return value
}

function assertPlain(value: Json, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH}`)
  for (const [key, part] of Object.entries(value)) {
    if (key === '__proto__') throw new Error('it has a key "__proto__"')
    assertPlain(part, depth + 1)
  }
}
