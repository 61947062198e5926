import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CliError } from '../cli-error.js'
import { wired, wiringOf, type Wiring } from './service-wiring.js'

/** A service called `my-service`. */
const TEMPLATE = join(import.meta.dirname, '../../templates/service')
const ENDING = '.template'

export interface WrittenService {
  files: readonly string[]
  /** What an author has to write by hand, since the files look otherwise than expected. */
  left: readonly Wiring[]
}

/**
 * Writes a new service of core into `checkout` and wires it in.
 * @throws CliError when there is one of that name; then nothing is written
 */
export async function writeService(checkout: string, id: string): Promise<WrittenService> {
  const names = { id, camel: camelOf(id), snake: id.replaceAll('-', '_') }
  const number = await nextMigration(join(checkout, 'core/migrations'))
  const folder = join(checkout, 'core/src/services', id)
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(error.code === 'EEXIST' ? `${folder} is there already and is left as it is.` : `No service can be made there: ${error.message}`)
  })
  const files: string[] = []
  for (const name of (await readdir(TEMPLATE)).sort()) {
    const target = join(checkout, placeOf(basename(name, ENDING), { id, number }))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, filledIn(await readFile(join(TEMPLATE, name), 'utf8'), { ...names, number }), { flag: 'wx' })
    files.push(target)
  }
  return { files, left: await wireIn(checkout, wiringOf(names)) }
}

function placeOf(name: string, { id, number }: { id: string; number: string }): string {
  if (name === 'test.ts') return `core/test/${id}.test.ts`
  return name.endsWith('.sql') ? `core/migrations/${number}-${id}.${name}` : `core/src/services/${id}/${name}`
}

async function nextMigration(folder: string): Promise<string> {
  const last = (await readdir(folder)).filter((name) => /^\d{4}-/.test(name)).sort().at(-1) ?? '0000'
  return String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
}

async function wireIn(checkout: string, wirings: readonly Wiring[]): Promise<Wiring[]> {
  const left: Wiring[] = []
  for (const wiring of wirings) {
    const file = join(checkout, wiring.file)
    const text = wired(await readFile(file, 'utf8').catch(() => ''), wiring)
    if (text === undefined) left.push(wiring)
    else await writeFile(file, text)
  }
  return left
}

const camelOf = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

function filledIn(text: string, { id, camel, snake, number }: { id: string; camel: string; snake: string; number: string }): string {
  const words = id.replaceAll('-', ' ')
  return text
    .replaceAll('0000-my-service', `${number}-${id}`)
    .replaceAll('MyService', `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`)
    .replaceAll('myService', camel)
    .replaceAll('MYSERVICE', id.replaceAll('-', '').toUpperCase())
    .replaceAll('my-service', id)
    .replaceAll('my_service', snake)
    .replaceAll('My service', `${words.charAt(0).toUpperCase()}${words.slice(1)}`)
    .replaceAll('my service', words)
}
