import * as Type from '@sinclair/typebox'
import type { Static } from '@sinclair/typebox'
import { Name, OneOf, Strict } from './schema.js'

const Permission = '^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)+$'
const Topic = '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$'
const Range = Type.String({ minLength: 1, maxLength: 100, description: 'A semver range' })
/** Keys that match no pattern are refused. */
const closed = { additionalProperties: false }
const roleGrants = () => Type.Optional(words('^[a-z][a-z0-9_.*-]*$'))
const words = (pattern: string) => Type.Array(Type.String({ pattern, maxLength: 100 }), { maxItems: 200, default: [] })

export const NavigationItem = Strict({
  path: Type.String({ pattern: '^[a-z0-9/_-]*$', maxLength: 100, description: 'Below the module’s base path; empty is its first page' }),
  label: Name(80, { description: 'A key of the module’s locales, which travel in its package: the platform reads them before the module is opened' }),
  icon: Type.Optional(Name(40)),
  permission: Type.Optional(Type.String({ pattern: Permission })),
  key: Type.Optional(Type.String({ pattern: '^[A-Z]$', description: 'Pressed after G, it opens the page' })),
})

const SlotPart = Strict({
  component: Name(80),
  label: Type.Optional(Name(80)),
  permission: Type.Optional(Type.String({ pattern: Permission })),
})

const Host = '^([a-z0-9-]+\\.)*[a-z0-9-]+(:\\d{1,5})?$'

/** What a module asks to use beyond its own tables; nothing of it works before a super admin grants it. */
export const Capabilities = Strict({
  network: Type.Optional(words(Host)),
  files: Type.Optional(Type.Literal(true)),
  mail: Type.Optional(Type.Literal(true)),
  jobs: Type.Optional(Type.Literal(true)),
  ports: Type.Optional(words(Topic)),
})
export type Capabilities = Static<typeof Capabilities>

/** A tenant's settings of a module: the JSON Schema of a flat object whose fields have defaults; a form is made from it. */
const SettingsSchema = Strict({
  type: Type.Literal('object'),
  properties: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 }), Type.Unknown(), closed),
  required: Type.Optional(words('^[a-z][a-z0-9_]*$')),
  additionalProperties: Type.Optional(Type.Literal(false)),
})

/**
 * The manifest: data in `package.json` under `innoerp`. Host, registry and shell reason about a module with it, without running
 * the module (ARCHITECTURE §3). Unknown fields are refused.
 */
export const Manifest = Strict({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' }),
  name: Name(80),
  title: Type.Optional(Name(40, { description: 'What navigation calls the module; its name where absent' })),
  description: Type.Optional(Name(500)),
  category: OneOf(['Core', 'Industry-Specific']),
  icon: Name(40),
  color: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
  sdk: Range,
  apiBase: Type.Optional(Type.String({ pattern: '^/api/v1/[a-z][a-z0-9-]*$' })),
  requires: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), Strict({ range: Range, optional: Type.Optional(Type.Boolean()) }), closed)),
  permissions: Type.Record(Type.String({ pattern: Permission }), Name(200), closed),
  roles: Type.Optional(Strict({ manager: roleGrants(), employee: roleGrants(), client: roleGrants(), supplier: roleGrants() })),
  navigation: Type.Array(NavigationItem, { maxItems: 20 }),
  slots: Type.Optional(Type.Record(Type.String({ pattern: Topic }), Type.Array(SlotPart, { maxItems: 20 }), closed)),
  events: Type.Optional(Strict({ publishes: Type.Optional(words(Topic)), consumes: Type.Optional(words(Topic)) })),
  ports: Type.Optional(words(Topic)),
  jobs: Type.Optional(words('^[a-z][a-z0-9_-]*$')),
  settings: Type.Optional(SettingsSchema),
  capabilities: Type.Optional(Capabilities),
})
export type Manifest = Static<typeof Manifest>
export type NavigationItem = Static<typeof NavigationItem>

/** The part of a module's `package.json` that the platform reads. */
export interface ModulePackage {
  name: string
  version: string
  innoerp: Manifest
}

/** Where a module's routes live: its own `apiBase`, else `/api/v1/<id>`. */
export const apiBaseOf = (manifest: Manifest): string => manifest.apiBase ?? `/api/v1/${manifest.id}`

/** Where a module's pages live in the shell. */
export const basePathOf = (moduleId: string): string => `/tenant-admin/${moduleId}`

/** A module's capabilities as words: `files`, `mail`, `jobs`, `network:<host>`, `port:<name>`; sorted. */
export function capabilityWords({ capabilities = {} }: Pick<Manifest, 'capabilities'>): string[] {
  const { network = [], ports = [] } = capabilities
  const plain = (['files', 'jobs', 'mail'] as const).filter((word) => capabilities[word])
  return [...plain, ...network.map((host) => `network:${host}`), ...ports.map((port) => `port:${port}`)].sort()
}
