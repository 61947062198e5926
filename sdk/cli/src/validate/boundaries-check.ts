import { readFile, readdir } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { join, posix, relative } from 'node:path'
import { parseSync } from 'vite'
import { error, type Finding, type Subject } from './subject.js'

interface Area {
  folder: string
  /** Folders that its files may reach by relative imports. */
  own: readonly string[]
  /** Packages of the platform that it may import. */
  platform: readonly string[]
  isServer: boolean
}

const CONTRACT = '@innoerp/sdk/contract'
const AREAS: readonly Area[] = [
  { folder: 'src/shared', own: ['src/shared'], platform: [CONTRACT], isServer: false },
  { folder: 'src/ui', own: ['src/ui', 'src/shared', 'package.json'], platform: [CONTRACT, '@innoerp/sdk/ui'], isServer: false },
  { folder: 'src/server', own: ['src/server', 'src/shared'], platform: [CONTRACT, '@innoerp/sdk/server'], isServer: true },
  { folder: 'migrations', own: ['migrations', 'src/shared'], platform: [CONTRACT, '@innoerp/sdk/server'], isServer: true },
]
const SOURCE = /\.tsx?$/
const TEST = /\.test\.tsx?$/

/** Who may import whom: pages and shared code stay away from the server, nothing leaves the module, other modules are met by contract. */
export async function checkBoundaries({ source }: Subject): Promise<Finding[]> {
  const findings = await Promise.all(AREAS.map(async (area) => Promise.all((await filesOf(source.folder, area.folder)).map((path) => checkFile(source.folder, path, area)))))
  return findings.flat(2)
}

async function filesOf(folder: string, area: string): Promise<string[]> {
  const entries = await readdir(join(folder, area), { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !TEST.test(entry.name))
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort()
}

async function checkFile(folder: string, path: string, area: Area): Promise<Finding[]> {
  const code = await readFile(join(folder, path), 'utf8')
  const { module, errors } = parseSync(path, code)
  if (errors.length > 0) return [error(`${path}: ${errors[0]?.message}`)]
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => /^(['"`])([^'"`$]+)\1$/.exec(code.slice(start, end))?.[2] ?? []),
  ]
  return [...new Set(imports)].flatMap((specifier) => {
    const problem = problemOf(specifier, path, area)
    return problem === undefined ? [] : [error(`${path}: ${problem}`)]
  })
}

function problemOf(specifier: string, path: string, { folder, own, platform, isServer }: Area): string | undefined {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier)
    return own.some((place) => target === place || target.startsWith(`${place}/`)) ? undefined : `${folder} may not import ${target}`
  }
  if (isBuiltin(specifier)) return isServer ? undefined : `${folder} runs in browsers, which have no ${specifier}`
  if (!specifier.startsWith('@innoerp/')) return undefined
  const isContract = /^@innoerp\/module-[a-z0-9-]+\/shared$/.test(specifier)
  return isContract || platform.includes(specifier) ? undefined : `${folder} may not import ${specifier}`
}
