import { createHash } from 'node:crypto'
import { readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { contentHash } from '@innoerp/sdk/packaging'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { innoerp, openScratch, type Scratch } from './scratch.js'

let scratch: Scratch
beforeEach(async () => {
  scratch = await openScratch()
})
afterEach(() => scratch.remove())

const build = (...args: string[]) => innoerp(['build', ...args], { cwd: scratch.module })
const packaged = (path: string) => scratch.read(join('build', path))

describe('a built module', () => {
  beforeEach(async () => {
    expect(await build()).toMatchObject({ code: 0, said: expect.stringMatching(/^@innoerp\/module-notes@1\.2\.0: server .* pages .* 2 migrations/) })
  })

  test('has these files', async () => {
    const files = (await readdir(join(scratch.module, 'build'), { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort()
    expect(files.map((name) => name.replace(/-[\w-]{8}\.js$/, '-HASH.js'))).toEqual([
      'locales/de.json',
      'locales/en.json',
      'migrations/0001-note.js',
      'migrations/0002-body.js',
      'server.js',
      'ui.json',
      'ui/index.js',
      'ui/notes-page-HASH.js',
      'ui/style.css',
    ])
  })

  test('takes from the host what the host has, and brings the rest', async () => {
    const imports = [...(await packaged('server.js')).matchAll(/^import .* from ["'](.+)["']/gm)].map((match) => match[1])
    expect(imports.sort()).toEqual(['@innoerp/sdk/contract', '@innoerp/sdk/server', 'node:fs', 'node:module'])
    expect(await packaged('server.js')).toContain('CsvError')
  })

  test('has migrations that stand alone', async () => {
    const file = join(scratch.module, 'build/migrations/0001-note.js')
    const { default: migration } = (await import(pathToFileURL(file).href)) as { default: { expand(): string[] } }
    expect(migration.expand()).toEqual(['title'])
  })

  test('leaves shared libraries to the page, and `process` out of it', async () => {
    const chunk = (await readdir(join(scratch.module, 'build/ui'))).find((name) => name.startsWith('notes-page'))
    const code = `${await packaged('ui/index.js')}${await packaged(`ui/${chunk}`)}`
    expect([...code.matchAll(/from"(.+?)"/g)].map((match) => match[1]).sort()).toEqual(['@mui/material', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-runtime'])
    expect(code).not.toContain('process.env')
  })

  test('has style names of its own version', async () => {
    expect(await packaged('ui/style.css')).toMatch(/^\.notes-1_2_0-page-\w+\{/)
  })

  test('is the same wherever it is built', async () => {
    const other = await openScratch()
    await innoerp(['build'], { cwd: other.module })
    expect(await contentHash(other.module)).toBe(await contentHash(scratch.module))
    await other.remove()
  })

  test('states the SRI hash of every file in ui/', async () => {
    const { entry, styles, files } = JSON.parse(await packaged('ui.json')) as { entry: string; styles: string[]; files: Record<string, string> }
    expect([entry, styles]).toEqual(['index.js', ['style.css']])
    expect(Object.keys(files).sort()).toEqual((await readdir(join(scratch.module, 'build/ui'))).sort())
    for (const [name, integrity] of Object.entries(files)) {
      const content = await readFile(join(scratch.module, 'build/ui', name))
      expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`)
    }
  })
})

describe('a second build', () => {
  const builtAt = async () => (await stat(join(scratch.module, 'build'))).birthtimeMs
  const isSkipped = async (...args: string[]) => {
    const before = await builtAt()
    const { said } = await build(...args)
    const skipped = (await builtAt()) === before
    expect(said.includes('nothing has changed')).toBe(skipped)
    return skipped
  }
  beforeEach(() => build())

  test('does nothing when nothing has changed', async () => {
    expect(await isSkipped()).toBe(true)
  })

  test.each(['src/server/index.ts', 'src/ui/pages/notes-page.module.css', 'migrations/0002-body.ts', 'package.json', 'src/ui/locales/de.json'])('builds when %s has changed', async (path) => {
    await scratch.write(path, `${await scratch.read(path)}\n`)
    expect(await isSkipped()).toBe(false)
    expect(await isSkipped()).toBe(true)
  })

  test('builds when there is a file more, a file less, or no build', async () => {
    await scratch.write('migrations/0003-more.ts', 'export default { expand: () => [] }')
    expect(await isSkipped()).toBe(false)
    await rm(join(scratch.module, 'migrations/0003-more.ts'))
    expect(await isSkipped()).toBe(false)
    await rm(join(scratch.module, 'build/server.js'))
    expect(await isSkipped()).toBe(false)
  })

  test('builds when told to', async () => {
    expect(await isSkipped('--force')).toBe(false)
  })

  test('is not asked for by a test', async () => {
    await scratch.write('src/server/notes.test.ts', '')
    expect(await isSkipped()).toBe(true)
  })
})

describe('a module is refused', () => {
  const refusal = async () => {
    const { code, said } = await build()
    expect(code).toBe(1)
    return said
  }

  test('when its manifest is wrong, with every finding', async () => {
    await scratch.replace('package.json', ['"version": "1.2.0"', '"version": "one"'])
    await scratch.replace('package.json', ['"category": "Core"', '"category": "Other", "colour": 1'])
    expect(await refusal()).toMatch(/version: expected a version[^]*innoerp\.colour: [^]*innoerp\.category: must be one of/)
  })

  const OFFENCES = [
    { what: 'its server imports the kit', path: 'src/server/index.ts', code: "import '@innoerp/sdk/ui'", message: 'not @innoerp/sdk/ui' },
    { what: 'its server imports the host', path: 'src/server/index.ts', code: "import '@innoerp/core'", message: 'not @innoerp/core' },
    { what: 'a migration imports the kit', path: 'migrations/0002-body.ts', code: "import '@innoerp/sdk/ui'", message: 'not @innoerp/sdk/ui' },
    { what: 'its server does not parse', path: 'src/server/index.ts', code: 'const = 1', message: 'src/server/index.ts:1:6' },
    { what: 'its pages import the server', path: 'src/ui/index.tsx', code: "import '@innoerp/sdk/server'", message: 'not @innoerp/sdk/server' },
    { what: 'its pages bring a second MUI', path: 'src/ui/index.tsx', code: "import '@mui/material/Slider'", message: '@mui/material/Slider is not shared' },
    { what: 'its pages import what is not there', path: 'src/ui/index.tsx', code: "import 'not-installed'", message: 'not-installed' },
  ]

  test.each(OFFENCES)('when $what', async ({ path, code, message }) => {
    await scratch.write(path, `${code}\n${await scratch.read(path)}`)
    expect(await refusal()).toContain(message)
  })

  const GAPS = [
    { what: 'a name', code: "import { Slider } from '@mui/material'", used: 'Slider', message: /Slider is not in the page\. There are: .*Button.*; and more in @innoerp\/sdk\/ui\/mui/ },
    { what: 'all', code: "import * as Mui from '@mui/material'", used: 'Mui.Slider', message: /all of it \(import \*\) is not in the page/ },
  ]

  test.each(GAPS)('when its pages take $what from a library of which the page has a part', async ({ code, used, message }) => {
    await scratch.write('src/ui/pages/notes-page.tsx', `${code}\nexport const NotesPage = (props: { limit: number }) => <${used} value={props.limit} />\n`)
    expect(await refusal()).toMatch(message)
  })

  test('when two migrations have one number, or one has none', async () => {
    await scratch.write('migrations/0002-twice.ts', '')
    expect(await refusal()).toContain('0002-twice.ts')
    await rm(join(scratch.module, 'migrations/0002-twice.ts'))
    await scratch.write('migrations/more.ts', '')
    expect(await refusal()).toContain('more.ts')
  })

  test('and its last good build stays whole', async () => {
    await build()
    const before = await packaged('server.js')
    await scratch.replace('src/ui/index.tsx', ['export', 'export export'])
    await refusal()
    expect(await packaged('server.js')).toBe(before)
    expect((await readdir(scratch.module)).filter((name) => name.startsWith('build'))).toEqual(['build'])
  })
})

test('a folder without a module says so', async () => {
  expect(await innoerp(['build', 'nowhere'], { cwd: scratch.folder })).toMatchObject({ code: 1, said: expect.stringContaining('nowhere/package.json cannot be read') })
})
