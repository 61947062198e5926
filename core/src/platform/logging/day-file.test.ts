import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DayFile } from './day-file.js'
import { removeOldFiles } from './old-files.js'

let home: string
beforeEach(async () => void (home = await mkdtemp(path.join(tmpdir(), 'innoerp-files-'))))
afterEach(() => rm(home, { recursive: true }))

const at = () => ({ home, service: 'auth-service', module: 'auth', maxBytes: 10 })
const folder = (month: string) => path.join(home, 'services/auth-service/logs/auth', month)

test('a day has a file of its own; one that has become too large goes on in the next part, also after a restart', async () => {
  const first = new DayFile(at())
  for (const text of ['one\n', 'two\n', 'three\n']) first.write(text, '2026-11-30')
  first.write('next\n', '2026-12-01')
  await first.close()
  const second = new DayFile(at())
  second.write('four\n', '2026-11-30')
  second.write('five\n', '2026-11-30')
  await second.close()
  const files = (await readdir(folder('2026-11'))).toSorted()
  expect(files).toEqual(['auth-2026-11-30.1.log', 'auth-2026-11-30.2.log', 'auth-2026-11-30.log'])
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder('2026-11'), file), 'utf8')))
  expect(texts).toEqual(['three\nfour\n', 'five\n', 'one\ntwo\n'])
  expect(await readdir(folder('2026-12'))).toEqual(['auth-2026-12-01.log'])
})

test('files of days that are over go, and the months that they leave empty', async () => {
  const file = new DayFile(at())
  for (const day of ['2026-10-31', '2026-11-22', '2026-11-23']) file.write('a line\n', day)
  await file.close()
  expect(await removeOldFiles(home, { days: 1, now: Date.parse('2026-11-24T12:00:00Z') })).toBe(2)
  expect(await readdir(path.dirname(folder('x')))).toEqual(['2026-11'])
  expect(await readdir(folder('2026-11'))).toEqual(['auth-2026-11-23.log'])
})
