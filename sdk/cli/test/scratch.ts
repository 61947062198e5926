import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Terminal } from '../src/command.js'
import { main } from '../src/main.js'

const fixtures = join(import.meta.dirname, 'fixtures')
/** Below the package, so that modules in it find what is installed. */
const parent = join(import.meta.dirname, '../build/test')

/** A folder of its own for one test, with the module `notes` in it; or a copy of another scratch. */
export async function openScratch(from = fixtures) {
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'scratch-'))
  const module = join(folder, 'notes')
  await cp(from, folder, { recursive: true })
  const at = (path: string) => join(module, path)
  return {
    folder,
    module,
    read: (path: string) => readFile(at(path), 'utf8'),
    write: (path: string, content: string) => writeFile(at(path), content),
    replace: async (path: string, [from, to]: [string, string]) => writeFile(at(path), (await readFile(at(path), 'utf8')).replace(from, to)),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
export type Scratch = Awaited<ReturnType<typeof openScratch>>

/** Runs the command in `cwd`, with nothing in its environment but `env` and the search path. */
export async function innoerp(args: string[], { cwd, env = {}, ask }: { cwd: string; env?: Record<string, string>; ask?: Terminal['ask'] }) {
  const said: string[] = []
  const code = await main(args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
    ask,
  })
  return { code, said: said.join('\n') }
}
