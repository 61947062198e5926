import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readComment } from './api-pages.mjs'
import { describeSubpath, placesOf, SUBPATHS } from './api-report.mjs'

test.each(SUBPATHS)('the API report and the reference of @innoerp/sdk/%s are those of its sources', { timeout: 120_000 }, (subpath) => {
  const places = placesOf(subpath)
  const { report, page } = describeSubpath(subpath)
  expect(readFileSync(places.report, 'utf8'), 'the public surface changed: node infra/scripts/docs/api-report.mjs').toBe(report)
  expect(readFileSync(places.page, 'utf8'), 'a text changed: node infra/scripts/docs/api-report.mjs').toBe(page)
})

test('a comment is read with its tags', () => {
  const comment = '/**\n * Opens a {@link Door}.\n * @param name - what it is called\n * @returns the door\n * @throws DOOR_LOCKED\n * @example open(1)\n */'
  expect(readComment(comment)).toEqual({ text: 'Opens a `Door`.', tags: ['- `name`: what it is called', 'Returns the door', 'Throws DOOR_LOCKED', '```ts\nopen(1)\n```'] })
})
