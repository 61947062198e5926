import { Type } from '@innoerp/sdk/contract'

const Finding = Type.Object({ field: Type.Optional(Type.String()), line: Type.Optional(Type.Integer()), column: Type.Optional(Type.String()), message: Type.String() })

/** The `ErrorBody` of the contract as a schema: every refusal and every failure has this shape. */
export const ErrorAnswer = Type.Object({
  detail: Type.Object({
    error: Type.String({ description: 'Title of its kind' }),
    message: Type.String({ description: 'What is wrong and what to do, for people' }),
    code: Type.String({ description: 'Stable; see the list of errors' }),
    details: Type.Optional(Type.Array(Finding)),
    request_id: Type.Optional(Type.String()),
  }),
})
