/** What the server takes: bytes of the JSON text, members, characters of a name. */
const MAX_BYTES = 16 * 1024
const MAX_MEMBERS = 200
const MAX_NAME = 100

/** What is wrong with a configuration: a key of the labels, with its values. */
export interface ConfigProblem {
  key: 'syntax' | 'object' | 'size' | 'members' | 'name'
  values: Record<string, string | number>
}
export type ReadConfig = { config: Record<string, unknown> } | { problem: ConfigProblem }

/** Browsers name the place of an error by its offset, or by line and column. */
function placeOf(text: string, message: string): { line: number; column: number } {
  const named = /line (\d+) column (\d+)/.exec(message)
  if (named) return { line: Number(named[1]), column: Number(named[2]) }
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const wrong = (key: ConfigProblem['key'], values: ConfigProblem['values'] = {}): ReadConfig => ({ problem: { key, values } })

/** Reads a configuration as it was typed: a JSON object within the server's bounds. Nothing typed is an empty one. */
export function readConfig(text: string): ReadConfig {
  let value: unknown
  try {
    value = JSON.parse(text.trim() || '{}')
  } catch (error) {
    return wrong('syntax', placeOf(text, String(error)))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('object')
  const names = Object.keys(value)
  if (names.length > MAX_MEMBERS) return wrong('members', { max: MAX_MEMBERS })
  if (names.some((name) => name.length > MAX_NAME)) return wrong('name', { max: MAX_NAME })
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length
  return bytes > MAX_BYTES ? wrong('size', { bytes }) : { config: value as Record<string, unknown> }
}
