import { error, type Finding, type RouteFact, type Subject } from './subject.js'
import { mayBreak } from './versions.js'

/** What others relied on in the version before and would miss: it needs another major version. */
export function checkCompatibility({ source, inspection, previous }: Subject): Finding[] {
  if (!previous || inspection.problem !== undefined || mayBreak(previous.manifest.version, source.data.version)) return []
  const broken = [...brokenRoutes(previous.inspection.routes, inspection.routes), ...brokenContract(previous.manifest.innoerp, source.data.innoerp)]
  return broken.map((what) => error(`${what} since ${previous.manifest.version}: that needs a new major version, not ${source.data.version}`))
}

const keyOf = ({ method, url }: RouteFact) => `${method} ${url}`

function brokenRoutes(before: readonly RouteFact[], now: readonly RouteFact[]): string[] {
  const current = new Map(now.map((route) => [keyOf(route), route]))
  return before.flatMap((old) => {
    const route = current.get(keyOf(old))
    return route ? changesOf(old, route) : [`${keyOf(old)} is gone`]
  })
}

function changesOf(old: RouteFact, route: RouteFact): string[] {
  const name = keyOf(route)
  const needed = (['body', 'query'] as const).flatMap((part) => requiredOf(route[part]).filter((field) => !requiredOf(old[part]).includes(field)).map((field) => `${name} needs ${field} in its ${part}`))
  const refused = (['body', 'query'] as const).flatMap((part) => missing(old[part], route[part]).map((field) => `${name} takes no ${field} in its ${part}`))
  const gone = missing(old.answer, route.answer).map((field) => `${name} answers without ${field}`)
  const permission = !route.isPublic && route.permission !== old.permission ? [`${name} needs ${route.permission} instead of ${old.permission ?? 'nothing'}`] : []
  return [...needed, ...refused, ...gone, ...permission]
}

interface ObjectSchema {
  properties?: Record<string, unknown>
  required?: string[]
}
const requiredOf = (schema: unknown): readonly string[] => (schema as ObjectSchema | undefined)?.required ?? []
const fieldsOf = (schema: unknown): readonly string[] => Object.keys((schema as ObjectSchema | undefined)?.properties ?? {})
const missing = (before: unknown, now: unknown) => fieldsOf(before).filter((field) => !fieldsOf(now).includes(field))

type Manifest = Subject['source']['data']['innoerp']

function brokenContract(before: Manifest, now: Manifest): string[] {
  const gone = (what: string, old: readonly string[] = [], current: readonly string[] = []) => old.filter((name) => !current.includes(name)).map((name) => `the ${what} ${name} is gone`)
  return [
    ...gone('event', before.events?.publishes, now.events?.publishes),
    ...gone('port', before.ports, now.ports),
    ...gone('permission', Object.keys(before.permissions), Object.keys(now.permissions)),
  ]
}
