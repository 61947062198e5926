import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { areaOf } from './areas.mjs'
import { importsOf } from './imports.mjs'
import { packagesOf, sourcesOf } from './sources.mjs'

const KINDS = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies']
const SOURCE = /\.(ts|tsx|mts|js|mjs)$/

/**
 * Checks every import of the workspace at `root`: that its file's area may have it (areas.mjs), that no relative import leaves
 * its package, that no import goes past a package's `exports`, and that each package declares what it imports.
 * @returns {{path: string, line: number, message: string}[]}
 */
export function checkBoundaries(root) {
  const workspace = describe(root)
  return sourcesOf(root, SOURCE).flatMap((path) => {
    const area = areaOf(path)
    if (!area) return path.includes('/') ? [{ path, line: 1, message: 'stands in a folder that belongs to no area' }] : []
    const file = { path, area, home: homeOf(workspace, path) }
    return importsOf(path, readFileSync(join(root, path), 'utf8')).flatMap((one) => {
      const message = judge(workspace, file, one)
      return message ? [{ path, line: one.line, message }] : []
    })
  })
}

function describe(root) {
  const packages = packagesOf(root)
  const rootPackage = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return { packages, rootPackage, byName: new Map([...packages.values()].map((data) => [data.name, data])) }
}

/** The folder of the package that a file belongs to; what belongs to none stands under the root's package.json. */
const homeOf = ({ packages }, path) => [...packages.keys()].find((folder) => path.startsWith(`${folder}/`)) ?? path.split('/')[0]

function judge(workspace, file, one) {
  if (one.specifier.startsWith('.')) return judgeRelative(file, one)
  if (isBuiltin(one.specifier)) return file.area.builtins ? undefined : `${file.area.name} does no I/O: ${one.specifier}`
  const name = packageNameOf(one.specifier)
  const found = workspace.byName.get(name)
  if (!found) return judgeDeclared(workspace, file, name)
  if (!isExported(found, one.specifier)) return `${one.specifier} is not among the exports of ${name}`
  if (!mayImport(workspace, file, { ...one, found })) return `${file.area.name} may not import ${one.specifier}`
  // Tests reach packages that depend on their own; declared, that would be a circle.
  const isFree = file.area.name === 'tests' || file.home === 'infra' || workspace.packages.get(file.home).name === name
  return isFree ? undefined : judgeDeclared(workspace, file, name)
}

function judgeRelative({ path, area, home }, { specifier }) {
  const target = posix.join(posix.dirname(path), specifier)
  if (area.outside?.includes(target)) return undefined
  if (!target.startsWith(`${home}/`)) return `${specifier} leaves the package`
  return area.own.some((folder) => target === folder || target.startsWith(`${folder}/`)) ? undefined : `${area.name} may not import ${target}`
}

const packageNameOf = (specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

function isExported({ name, exports = {} }, specifier) {
  const subpath = `.${specifier.slice(name.length)}`
  return Object.keys(exports).some((key) => fits(key, subpath))
}

function fits(pattern, text) {
  const [before, after] = pattern.split('*')
  return after === undefined ? pattern === text : text.startsWith(before) && text.endsWith(after)
}

function mayImport(workspace, { area, home }, { specifier, dynamic, found }) {
  const allowed = [...(area.repo ?? []), ...(dynamic ? (area.lazily ?? []) : [])]
  if (allowed.some((pattern) => fits(pattern, specifier))) return true
  const requires = workspace.packages.get(home)?.innoerp?.requires ?? {}
  return area.contracts === true && specifier === `${found.name}/shared` && Object.hasOwn(requires, found.innoerp?.id ?? '')
}

function judgeDeclared({ packages, rootPackage }, { area, home }, name) {
  // What stands in no package uses what the workspace installs.
  const owners = packages.has(home) ? [packages.get(home)] : [rootPackage, ...packages.values()]
  if (area.name === 'tests') owners.push({ devDependencies: rootPackage.devDependencies })
  const isDeclared = owners.some((owner) => KINDS.some((kind) => owner[kind] && Object.hasOwn(owner[kind], name)))
  return isDeclared ? undefined : `${name} is not declared in ${packages.has(home) ? home : '.'}/package.json`
}
