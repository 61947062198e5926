import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorTables, PAGE, renderPage } from './error-page.mjs'

test('the page of errors says what the tables in the sources say', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(renderPage(errorTables()))
})

test('every table has rows, every code stands once, every message tells what to do in a sentence', () => {
  const tables = errorTables()
  expect(tables.map((table) => table.prefix)).toEqual(expect.arrayContaining(['AUTH', 'CRM', 'MODULE', 'PLATFORM', 'PROJECTS', 'REGISTRY', 'REQUEST', 'TENANT', 'USER']))
  const rows = tables.flatMap((table) => table.rows)
  expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
  for (const { code, status, text } of rows) {
    expect(status, code).toMatch(/^[45]\d\d$/)
    expect(text.length, code).toBeGreaterThan(15)
  }
})
