import { Name, Nullable, OneOf, Optional, Strict, Timestamp, Type, Uuid } from '@innoerp/sdk/contract'

export const TokenParams = Strict({ id: Uuid })
export const TokenBody = Strict({
  name: Name(100, { description: 'Who it is for' }),
  packages: Type.String({
    pattern: '^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9*~-][a-z0-9._*~-]*$',
    maxLength: 214,
    description: 'Packages that it may write: a name, or a pattern such as @innoerp/module-site-*',
  }),
  expires_at: Optional(Timestamp),
})
export const Token = Type.Object({
  id: Uuid,
  name: Type.String(),
  packages: Type.String(),
  created_at: Timestamp,
  expires_at: Nullable(Timestamp),
  last_used_at: Nullable(Timestamp),
})
export const NewToken = Type.Object({ ...Token.properties, token: Type.String({ description: 'Told this once' }) })

export const FileAudit = Type.Object({
  checked: Type.Integer({ description: 'Versions, all of them' }),
  damaged: Type.Array(Type.Object({ name: Type.String(), version: Type.String(), problem: OneOf(['missing', 'changed']) })),
})

export const PackageVersion = Type.Object({
  name: Type.String(),
  version: Type.String(),
  module_id: Nullable(Type.String()),
  signature: Nullable(OneOf(['signed', 'unsigned', 'modified', 'unknown_key'], { description: 'Null for a package that is no module' })),
  size_bytes: Type.Integer({ description: 'Of the tarball' }),
  dist_tags: Type.Array(Type.String()),
  deprecated: Nullable(Type.String()),
  dependents: Type.Integer({ description: 'Packages and modules that depend on it' }),
  tenants: Type.Integer({ description: 'Organizations that run this version' }),
  published_at: Timestamp,
})
