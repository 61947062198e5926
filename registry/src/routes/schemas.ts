import { Type, type Static, type TObject, type TProperties } from '@sinclair/typebox'

const ErrorAnswer = Type.Object({
  error: Type.Optional(Type.String({ description: 'The message, where npm looks for it; not where the address itself is refused' })),
  detail: Type.Object({
    error: Type.String(),
    message: Type.String(),
    code: Type.String(),
    details: Type.Optional(
      Type.Array(
        Type.Object({
          field: Type.Optional(Type.String()),
          line: Type.Optional(Type.Integer()),
          column: Type.Optional(Type.String()),
          message: Type.String(),
        }),
      ),
    ),
    request_id: Type.Optional(Type.String()),
  }),
})

/** What every route may answer besides its own. */
export const REFUSALS = { '4xx': ErrorAnswer, '5xx': ErrorAnswer }

export const Done = Type.Object({ ok: Type.Literal(true) })
export const NotModified = Type.Null({ description: 'The client has the current state' })
export const DistTags = Type.Record(Type.String(), Type.String(), { description: 'dist-tag → version' })

const Name = Type.String({ minLength: 1, maxLength: 214, description: 'Name of a package; a scope may be part of it, as @scope%2fname' })
const Scope = Type.String({ minLength: 1, maxLength: 213, description: 'Scope without its @' })
const UnscopedName = Type.String({ minLength: 1, maxLength: 213 })

/** The package that a path names. */
export interface PackageParams {
  scope?: string
  name: string
}

const form = (path: string, own: TProperties) => ({
  path,
  params: <P extends TProperties>(more: P) => Type.Unsafe<PackageParams & Static<TObject<P>>>(Type.Object({ ...own, ...more })),
})

/** npm writes a scoped name as one segment, `@scope%2fname`; people and other clients write the slash as it is. Both are served. */
export const PACKAGE_FORMS = [form('/:name', { name: Name }), form('/@:scope([^/]+)/:name', { scope: Scope, name: UnscopedName })]

/** The package that the parameters of either form speak of. */
export const nameOf = ({ scope, name }: PackageParams): string => (scope === undefined ? name : `@${scope}/${name}`)

/** For OpenAPI: a route that anybody may call. */
export const open = <S extends object>(summary: string, schema: S) => ({ tags: ['registry'], summary, security: [], ...schema })

/** For OpenAPI: a route that needs a token. */
export const closed = <S extends object>(summary: string, schema: S) => ({ tags: ['registry'], summary, ...schema })
