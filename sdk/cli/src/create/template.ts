import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CliError } from '../cli-error.js'
import type { ModuleNames } from './module-names.js'

/** A module called `my-module`, which is built and tested as it stands. */
const TEMPLATE = join(import.meta.dirname, '../../templates/module')
/** npm leaves files of these names out of a package, so they travel under others. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore', npmrc: '.npmrc' }
/** What a template that was tried in place has beside its files. */
const LEFT_OUT = new Set(['node_modules', 'build', 'innoerp.sig.json'])

export interface TemplateOptions {
  names: ModuleNames
  /** Address of the registry for the scope of the platform; none where the platform lies beside the module. */
  registry: URL | undefined
  /** Package of the platform → the range to depend on. */
  ranges: ReadonlyMap<string, string>
}

/**
 * Writes a new module into `folder`, which must not be there.
 * @throws CliError when it is
 */
export async function writeModule(folder: string, options: TemplateOptions): Promise<void> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(error.code === 'EEXIST' ? `${folder} is there already and is left as it is.` : error.message)
  })
  try {
    for (const path of await templateFiles()) await writeOne(folder, path, options)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function templateFiles(relative = ''): Promise<string[]> {
  const entries = await readdir(join(TEMPLATE, relative), { withFileTypes: true })
  const kept = entries.filter(({ name }) => relative !== '' || !LEFT_OUT.has(name))
  const lists = await Promise.all(kept.map((entry) => (entry.isDirectory() ? templateFiles(join(relative, entry.name)) : [join(relative, entry.name)])))
  return lists.flat().sort()
}

async function writeOne(folder: string, path: string, options: TemplateOptions): Promise<void> {
  if (options.registry === undefined && RENAMED[path]) return
  const target = join(folder, RENAMED[path] ?? path)
  await mkdir(dirname(target), { recursive: true })
  const text = await readFile(join(TEMPLATE, path), 'utf8')
  await writeFile(target, path === 'npmrc' ? `@innoerp:registry=${options.registry?.href}\n` : filledIn(text, path, options))
}

function filledIn(text: string, path: string, { names, ranges }: TemplateOptions): string {
  const title = path.endsWith('.json') ? JSON.stringify(names.title).slice(1, -1) : names.title
  const words = text.replaceAll('my-module', names.id).replaceAll('my_module', names.topic).replaceAll('My module', () => title)
  if (path !== 'package.json') return words
  const styled = words.replaceAll('"icon": "notes"', `"icon": "${names.icon}"`).replace('"color": "#6b4eff"', `"color": "${names.color}"`)
  return [...ranges].reduce((json, [name, range]) => json.replace(`"${name}": "^1.0.0"`, `"${name}": "${range}"`), styled)
}
