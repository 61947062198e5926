import * as Type from '@sinclair/typebox'
import { event, type EventData, type EventType } from './events.js'
import { Nullable, Uuid } from './schema.js'

/** The organization of events that concern the platform as a whole. */
export const PLATFORM_ORGANIZATION = '00000000-0000-0000-0000-000000000000'

const Text = Type.String()
const tenant = { organization_id: Uuid, name: Text, slug: Text, subdomain: Text, owner_email: Text, industry_code: Nullable(Text) }
const user = { user_id: Uuid, email: Text, organization_id: Uuid }
const changedUser = { ...user, user_type: Text, is_active: Type.Boolean(), by: Uuid }
const assignment = { organization_id: Uuid, by: Uuid }
const Config = Type.Record(Text, Type.Unknown())
const change = (topic: string) => event(topic, 1, Type.Object({ ...assignment, module_id: Text }))

/** Events of the core services (facts §3): topic → what it tells. A module consumes them as any other module's. */
export const platformEvents = {
  'tenant.created': event('tenant.created', 1, Type.Object(tenant)),
  'tenant.updated': event('tenant.updated', 1, Type.Object({ ...tenant, is_active: Type.Boolean() })),
  'tenant.deleted': event('tenant.deleted', 1, Type.Object(tenant)),
  'user.created': event('user.created', 1, Type.Object({ ...user, user_type: Text })),
  'user.updated': event('user.updated', 1, Type.Object(changedUser)),
  'user.authenticated': event('user.authenticated', 1, Type.Object(user)),
  'user.invited': event('user.invited', 1, Type.Object({ invitation_id: Uuid, email: Text, organization_id: Uuid, user_type: Text, by: Uuid })),
  'user.role.changed': event('user.role.changed', 1, Type.Object(changedUser)),
  'user.type.changed': event('user.type.changed', 1, Type.Object(changedUser)),
  'subscription.updated': event('subscription.updated', 1, Type.Object({ subscription_id: Uuid, organization_id: Uuid, plan_id: Uuid, status: Text })),
  'module.assigned': event('module.assigned', 1, Type.Object({ ...assignment, module_id: Type.Optional(Text), module_ids: Type.Optional(Type.Array(Text)), config: Type.Optional(Config) })),
  'module.unassigned': change('module.unassigned'),
  'module.enabled': change('module.enabled'),
  'module.disabled': change('module.disabled'),
  'module.config.updated': event('module.config.updated', 1, Type.Object({ ...assignment, module_id: Text, config: Type.Optional(Config) })),
  'module.registered': event('module.registered', 1, Type.Object({ module_id: Text, version: Text, package: Text })),
  'module.template.applied': event('module.template.applied', 1, Type.Object({ ...assignment, module_ids: Type.Array(Text) })),
} as const satisfies Record<string, EventType>

export type PlatformTopic = keyof typeof platformEvents
export type PlatformEventData<T extends PlatformTopic> = EventData<(typeof platformEvents)[T]>
