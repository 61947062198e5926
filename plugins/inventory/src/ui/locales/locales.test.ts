import { expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

const keysOf = (labels: object, prefix = ''): string[] =>
  Object.entries(labels).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )

test('both languages say the same things', () => {
  expect(keysOf(de).sort()).toEqual(keysOf(en).sort())
})

test('every entry of the navigation has its label', () => {
  const labels = keysOf(en)
  expect(manifest.innoerp.navigation.map(({ label }) => label).filter((label) => !labels.includes(label))).toEqual([])
})
