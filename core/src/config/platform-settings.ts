import { OneOf, Strict, Type, type Static } from '@innoerp/sdk/contract'

/** What super admins set for the whole platform; the environment gives the first values. */
export const PlatformSettings = Strict({
  signup: Type.Optional(OneOf(['open', 'approval', 'closed'], { description: 'Who may sign up an organization' })),
  trial_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, description: 'Days of trial of a new organization' })),
  support_email: Type.Optional(Type.String({ format: 'email', maxLength: 254, description: 'Shown where somebody cannot go on' })),
  notice: Type.Optional(Type.String({ maxLength: 500, description: 'Shown to everybody who is signed in; empty for none' })),
})
export type PlatformSettings = Static<typeof PlatformSettings>
