import { expect, test } from 'vitest'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

/** `task.count_one` and its like, with the names of what is filled in. */
function keysOf(labels: object, prefix = ''): string[] {
  return Object.entries(labels).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return keysOf(value, `${prefix}${key}.`)
    const names = [...String(value).matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort()
    return `${prefix}${key} ${names.join(' ')}`
  })
}

test('every label stands in both languages and fills in the same', () => {
  expect(keysOf(de).sort()).toEqual(keysOf(en).sort())
})
