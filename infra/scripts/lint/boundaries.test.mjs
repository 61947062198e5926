import { expect, test } from 'vitest'
import { checkBoundaries } from './boundaries.mjs'
import { checkColours } from './colours.mjs'
import { plant } from './planted-workspace.mjs'

const problemsOf = (check, files) => {
  const workspace = plant(files)
  try {
    return check(workspace.root).map(({ path, line, message }) => `${path}:${line}: ${message}`)
  } finally {
    workspace.remove()
  }
}

const ALLOWED = {
  'sdk/api/src/server/db.ts': "import { Type } from '../contract/index.js'\nimport { v7 } from 'uuid'\nimport 'node:fs'",
  'sdk/api/src/contract/index.ts': 'export const Type = 1',
  'sdk/api/src/testing/host.ts': "export const open = () => import('@innoerp/core/testing')",
  'registry/src/index.ts': "import type { Manifest } from '@innoerp/sdk/contract'",
  'core/src/app.ts': "import { registry } from '@innoerp/registry'\nimport { defineModule } from '@innoerp/sdk/server'",
  'core/test/app.test.ts': "import { test } from 'vitest'\nimport { app } from '../src/app.js'",
  'shell/src/main.tsx': "import { Frame } from '@innoerp/sdk/ui'\nimport '@innoerp/sdk/ui/kit.css'",
  'plugins/notes/src/shared/note.ts': "import { entity } from '@innoerp/sdk/contract'",
  'plugins/notes/src/server/index.ts': "import { Note } from '../shared/note.js'\nimport { Card } from '@innoerp/module-board/shared'",
  'plugins/notes/src/ui/index.tsx': "import { defineUi } from '@innoerp/sdk/ui'\nimport type { Note } from '../shared/note.js'",
}

// The package that is imported must be declared as well; that is not what this list is about.
ALLOWED['plugins/notes/package.json'] = JSON.stringify({
  name: '@innoerp/module-notes',
  innoerp: { id: 'notes', requires: { board: { range: '^1.0.0' } } },
  devDependencies: { '@innoerp/sdk': '1.0.0', '@innoerp/module-board': '1.0.0' },
})

test('what the table allows passes', () => {
  expect(problemsOf(checkBoundaries, ALLOWED)).toEqual([])
})

const OFFENCES = [
  ['the contract stays away from the server', 'sdk/api/src/contract/a.ts', "import '../server/db.js'", 'sdk contract may not import sdk/api/src/server/db.js'],
  ['the contract does no I/O', 'sdk/api/src/contract/a.ts', "import 'node:fs'", 'sdk contract does no I/O: node:fs'],
  ['the kit stays away from the server', 'sdk/api/src/ui/a.ts', "import '../server/db.js'", 'sdk ui may not import sdk/api/src/server/db.js'],
  ['the sdk imports nothing of the repo', 'sdk/api/src/server/a.ts', "import '@innoerp/core'", 'sdk server may not import @innoerp/core'],
  ['core is loaded by the test host when it runs, not before', 'sdk/api/src/testing/a.ts', "import '@innoerp/core/testing'", 'sdk testing may not import @innoerp/core/testing'],
  ['core knows no module', 'core/src/a.ts', "import '@innoerp/module-notes/shared'", 'core may not import @innoerp/module-notes/shared'],
  ['core has no kit', 'core/src/a.ts', "import '@innoerp/sdk/ui'", 'core may not import @innoerp/sdk/ui'],
  ['the registry knows no core', 'registry/src/a.ts', "import '@innoerp/core'", 'registry may not import @innoerp/core'],
  ['the shell knows no module', 'shell/src/a.ts', "import '@innoerp/module-notes/shared'", 'shell may not import @innoerp/module-notes/shared'],
  ['the shell has no server', 'shell/src/a.ts', "import '@innoerp/sdk/server'", 'shell may not import @innoerp/sdk/server'],
  ['the command line has no kit', 'sdk/cli/src/a.ts', "import '@innoerp/sdk/ui'", 'sdk cli may not import @innoerp/sdk/ui'],
  ['pages have no server', 'plugins/notes/src/ui/a.ts', "import '../server/index.js'", 'module ui may not import plugins/notes/src/server/index.js'],
  ['a module server has no pages', 'plugins/notes/src/server/a.ts', "import '../ui/index.js'", 'module server may not import plugins/notes/src/ui/index.js'],
  ['what is shared does no I/O', 'plugins/notes/src/shared/a.ts', "import 'fs'", 'module shared does no I/O: fs'],
  ['a module knows no other that it does not require', 'plugins/board/src/server/a.ts', "import '@innoerp/module-notes/shared'", 'module server may not import @innoerp/module-notes/shared'],
  ['no relative import leaves its package', 'core/src/a.ts', "import '../../registry/src/index.js'", '../../registry/src/index.js leaves the package'],
  ['not even in tests', 'core/test/a.test.ts', "import '../../registry/src/index.js'", '../../registry/src/index.js leaves the package'],
  ['none goes past the exports', 'core/src/a.ts', "import '@innoerp/sdk/dist/server/db.js'", '@innoerp/sdk/dist/server/db.js is not among the exports of @innoerp/sdk'],
  ['what is imported is declared', 'core/src/a.ts', "import 'uuid/v7'", 'uuid is not declared in core/package.json'],
  ['the tools of tests are for tests', 'core/src/a.ts', "import 'vitest'", 'vitest is not declared in core/package.json'],
  ['types are imports', 'shell/src/a.ts', "export type A = import('@innoerp/sdk/server').A", 'shell may not import @innoerp/sdk/server'],
  ['so are re-exports', 'shell/src/a.ts', "export * from '@innoerp/sdk/server'", 'shell may not import @innoerp/sdk/server'],
  ['and imports at run time', 'shell/src/a.ts', "export const a = () => import('@innoerp/sdk/server')", 'shell may not import @innoerp/sdk/server'],
  ['every folder has its rules', 'docs/a.mjs', '', 'stands in a folder that belongs to no area'],
]

test.each(OFFENCES.map(([what, path, source, message]) => ({ what, path, source, message })))('$what', ({ path, source, message }) => {
  expect(problemsOf(checkBoundaries, { [path]: `\n${source}` })).toEqual([`${path}:${source === '' ? 1 : 2}: ${message}`])
})

test('what only looks like an import is none', () => {
  const source = "// import '@innoerp/core'\nexport const text = \"import '@innoerp/core'\""
  expect(problemsOf(checkBoundaries, { 'shell/src/a.ts': source })).toEqual([])
})

test('colours stand in tokens.css', () => {
  const files = {
    'shell/src/styles/tokens.css': ':root { --ink: #112233 }',
    'shell/src/a.css': '/* #abc */\n#add { color: #FFF }',
    'shell/src/a.tsx': "// #abcdef\nexport const a = <b style={{ color: '#aabbcc' }}>#12 of #3456789</b>",
    'shell/src/a.test.ts': "export const a = '#aabbcc'",
    'core/src/a.ts': "export const a = '#aabbcc'",
  }
  expect(problemsOf(checkColours, files)).toEqual([
    'shell/src/a.css:2: the colour #FFF belongs into tokens.css',
    'shell/src/a.tsx:2: the colour #aabbcc belongs into tokens.css',
  ])
})
