import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { hasOutputs } from './steps.mjs'

const node = (...args) => run(process.execPath, args)

/** Does what a step is there for. */
export async function perform(step, { force }) {
  if (step.folder) return node('sdk/cli/bin/innoerp.js', 'build', step.folder, ...(force ? ['--force'] : []))
  return { packages: compile, assets: copyAssets, shell: () => node('shell/build.mjs') }[step.name](step, force)
}

/** The compiler skips what it believes to have written already; it has to be told when that is gone. */
const compile = (step, force) => node('node_modules/typescript/bin/tsc', '--build', 'infra/scripts/tsconfig.json', ...(force || !hasOutputs(step) ? ['--force'] : []))

const STYLES = 'sdk/api/src/ui/styles'
const UI = 'sdk/api/dist/ui'
/** Tables, boards, records and forms: no page before sign-in has any. */
const DATA_SHEET = /^5\d-/
const COMPILED = /\.(ts|tsx)$/

function copyAssets() {
  mkdirSync(join(root, UI), { recursive: true })
  const sheets = readdirSync(join(root, STYLES)).filter((name) => name.endsWith('.css') && name !== 'tokens.css').sort()
  const write = (file, names) => writeFileSync(join(root, UI, file), names.map((name) => readFileSync(join(root, STYLES, name), 'utf8')).join('\n'))
  write('kit.css', sheets.filter((name) => !DATA_SHEET.test(name)))
  write('data.css', sheets.filter((name) => DATA_SHEET.test(name)))
  cpSync(join(root, STYLES, 'tokens.css'), join(root, UI, 'tokens.css'))
  for (const name of ['core', 'registry']) {
    cpSync(join(root, name, 'src'), join(root, name, 'dist'), { recursive: true, filter: (from) => !COMPILED.test(from) })
  }
}
