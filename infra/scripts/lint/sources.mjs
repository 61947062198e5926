import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const LEFT_OUT = new Set(['node_modules', 'dist', 'build', 'coverage', 'test-results', 'fixtures'])

/** Paths below `root` that we write ourselves and whose names match, with `/` between names. */
export function sourcesOf(root, pattern, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name) || entry.name.startsWith('.')) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesOf(root, pattern, path)
    return pattern.test(entry.name) ? [path] : []
  })
}

/** The workspace's packages: folder → content of its package.json. */
export function packagesOf(root) {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folders = workspaces.flatMap((entry) => (entry.endsWith('/*') ? foldersBelow(root, entry.slice(0, -2)) : [entry]))
  return new Map(folders.map((folder) => [folder, JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))]))
}

const foldersBelow = (root, parent) =>
  readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
