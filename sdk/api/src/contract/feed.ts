import * as Type from '@sinclair/typebox'
import type { Static } from '@sinclair/typebox'
import { Nullable, OneOf, Uuid } from './schema.js'
import { USER_TYPES } from './identity.js'

/** Labels are texts in the language that was asked for. */
const FeedPart = Type.Object({ component: Type.String(), label: Nullable(Type.String()) })

/** One enabled module as the shell sees it. */
export const FeedModule = Type.Object({
  module_id: Type.String(),
  name: Type.String({ description: 'In the language that was asked for' }),
  description: Nullable(Type.String()),
  version: Type.String(),
  icon: Type.String(),
  color: Type.String(),
  entry: Type.String({ description: 'Absolute path of the micro-frontend’s entry, immutable per version' }),
  integrity: Type.String({ description: 'SRI hash of the entry' }),
  files: Type.Record(Type.String(), Type.String(), { description: 'Every file below the entry’s folder → its SRI hash' }),
  styles: Type.Array(Type.String(), { description: 'Stylesheets below the entry’s folder' }),
  base_path: Type.String(),
  api_base: Type.String(),
  navigation: Type.Array(
    Type.Object({ path: Type.String(), label: Type.String(), icon: Nullable(Type.String()), key: Nullable(Type.String()) }),
  ),
  slots: Type.Record(Type.String(), Type.Array(FeedPart)),
  has_settings: Type.Boolean({ description: 'An administrator can set something in it' }),
})
export type FeedModule = Static<typeof FeedModule>

/** Everything the shell needs to draw itself for one user of one organization (`GET /api/v1/ui/feed`). */
export const Feed = Type.Object({
  organization: Type.Object({
    id: Uuid,
    name: Type.String(),
    subdomain: Type.String(),
    locale: Type.String(),
    time_zone: Type.String(),
    currency: Type.String(),
    country: Type.String(),
  }),
  user: Type.Object({
    id: Uuid,
    email: Type.String(),
    first_name: Nullable(Type.String()),
    last_name: Nullable(Type.String()),
    user_type: OneOf(USER_TYPES),
  }),
  permissions: Type.Array(Type.String()),
  modules: Type.Array(FeedModule),
})
export type Feed = Static<typeof Feed>
