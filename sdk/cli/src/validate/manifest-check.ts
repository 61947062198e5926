import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { error, warning, type Finding, type Subject } from './subject.js'

/** What one part of a manifest says about another, and about the labels. */
export async function checkManifest({ source, inspection }: Subject): Promise<Finding[]> {
  const { innoerp } = source.data
  const declared = Object.keys(innoerp.permissions)
  const isDeclared = (grant: string) => (grant.endsWith('*') ? declared.some((name) => name.startsWith(grant.slice(0, -1))) : declared.includes(grant))
  const roles = Object.entries(innoerp.roles ?? {}).flatMap(([role, grants = []]) => grants.filter((grant) => !isDeclared(grant)).map((grant) => error(`roles.${role} grants ${grant}, which permissions does not have`)))
  const parts = [...innoerp.navigation.map((item) => ({ where: `navigation ${JSON.stringify(item.path)}`, ...item })), ...slotParts(innoerp.slots)]
  const unknown = parts.filter(({ permission }) => permission !== undefined && !declared.includes(permission)).map(({ where, permission }) => error(`${where} needs ${permission}, which permissions does not have`))
  return [...roles, ...unknown, ...checkHandlers(innoerp, inspection), ...(await checkComponents(source)), ...(await checkLabels(source))]
}

type Manifest = Subject['source']['data']['innoerp']

const slotParts = (slots: Manifest['slots'] = {}) => Object.entries(slots).flatMap(([slot, parts]) => parts.map((part) => ({ where: `slot ${slot}`, ...part })))

function checkHandlers({ events, ports, jobs }: Manifest, inspection: Subject['inspection']): Finding[] {
  if (inspection.problem !== undefined) return []
  const kinds: [string, readonly string[], readonly string[]][] = [
    ['consumer', events?.consumes ?? [], inspection.consumers],
    ['port', ports ?? [], inspection.ports],
    ['job', jobs ?? [], inspection.jobs],
  ]
  return kinds.flatMap(([kind, declared, given]) => [
    ...given.filter((name) => !declared.includes(name)).map((name) => error(`the ${kind} ${name} is not in the manifest`)),
    ...declared.filter((name) => !given.includes(name)).map((name) => error(`the manifest names the ${kind} ${name}, and setup() gives none`)),
  ])
}

async function checkComponents({ data, ui }: Subject['source']): Promise<Finding[]> {
  const components = slotParts(data.innoerp.slots).map(({ component }) => component)
  if (components.length === 0) return []
  const text = ui === undefined ? '' : await readFile(ui, 'utf8')
  return components.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)).map((name) => error(`the manifest names the component ${name}, and src/ui/index.tsx does not`))
}

async function checkLabels({ data, locales }: Subject['source']): Promise<Finding[]> {
  const all = await Promise.all(locales.map(async (path) => ({ language: basename(path), keys: keysOf(JSON.parse(await readFile(path, 'utf8')) as object) })))
  const used = [...data.innoerp.navigation, ...slotParts(data.innoerp.slots)].flatMap(({ label }) => label ?? [])
  const every = [...new Set(all.flatMap(({ keys }) => keys))]
  return all.flatMap(({ language, keys }) => [
    ...used.filter((label) => !keys.includes(label)).map((label) => error(`${language} has no ${label}, which the manifest names`)),
    // Plural forms differ by language.
    ...every.filter((key) => !keys.includes(key) && !/_(zero|one|two|few|many|other)$/.test(key) && !used.includes(key)).map((key) => warning(`${language} has no ${key}`)),
  ])
}

const keysOf = (labels: object, prefix = ''): string[] =>
  Object.entries(labels).flatMap(([key, value]: [string, unknown]) => (typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`]))
