import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('./', import.meta.url)
const parts = readdirSync(folder).filter((file) => file.endsWith('.css'))
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const tokens = new Set([...read('tokens.css').matchAll(/(--[\w-]+):/g)].map((match) => match[1]))

const PHYSICAL = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right|text-align:\s*(?:left|right)|float)\b\s*:?/g

describe.each(parts.filter((file) => file !== 'tokens.css'))('%s', (file) => {
  const css = read(file)

  test('has no colour of its own', () => {
    expect(css.match(/#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/g) ?? []).toEqual([])
  })
  test('knows no left and right', () => {
    expect(css.match(PHYSICAL) ?? []).toEqual([])
  })
  test('has the prefix on every class', () => {
    const classes = [...css.matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? '')
    expect(classes.filter((name) => !/^(io-|Mui)/.test(name))).toEqual([])
  })
  test('uses tokens that exist', () => {
    const own = new Set([...css.matchAll(/(--[\w-]+):/g)].map((match) => match[1]))
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1])
    expect(used.filter((name) => !tokens.has(name) && !own.has(name))).toEqual([])
  })
})

test('both schemes define the same tokens', () => {
  const css = read('tokens.css')
  const names = (scheme: string) => {
    const start = css.indexOf(`[data-scheme='${scheme}'] {`)
    return [...css.slice(start, css.indexOf('}', start)).matchAll(/(--io-[\w-]+):/g)].map((match) => match[1])
  }
  expect(names('dark')).toEqual(names('light'))
  expect(names('light').length).toBeGreaterThan(60)
})
