import { Ajv } from 'ajv'
import ajvFormats from 'ajv-formats'
import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifySchemaValidationError, FastifySerializerCompiler } from 'fastify'

const options = { removeAdditional: false, useDefaults: true, allErrors: false, strict: false } as const
const addFormats = ajvFormats.default

/** Bodies are taken as they are; what comes in an address is text and is read as what the schema says. */
const forBodies = addFormats(new Ajv(options))
const forAddresses = addFormats(new Ajv({ ...options, coerceTypes: true }))

/** Compiles at the first request, not at start: a host with many routes is ready sooner. */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'body' ? forBodies : forAddresses
  let compiled: ReturnType<typeof ajv.compile> | undefined
  const validate = Object.assign(
    (data: unknown): boolean => {
      compiled ??= ajv.compile(schema)
      const isValid = compiled(data) === true
      validate.errors = compiled.errors as FastifySchemaValidationError[] | null | undefined
      return isValid
    },
    { errors: undefined as FastifySchemaValidationError[] | null | undefined },
  )
  return validate
}

export const serializerCompiler: FastifySerializerCompiler<object> = ({ schema }) => {
  let stringify: ((data: unknown) => string) | undefined
  return (data) => (stringify ??= fastJson(schema))(data)
}
