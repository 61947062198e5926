import { Manifest, type ErrorDetail, type TSchema } from '@innoerp/sdk/contract'
import { Kind, Type, type TLiteral } from '@sinclair/typebox'
import { Value, type ValueError } from '@sinclair/typebox/value'
import semver from 'semver'
import { errors } from '../errors.js'

const MAX_FINDINGS = 10
const checked = checkable(Manifest)

/**
 * The manifest of a module, checked against the contract.
 *
 * @param value `innoerp` of a package.json
 * @throws REGISTRY_MANIFEST_INVALID with what is wrong, by field
 */
export function moduleManifest(value: unknown): Manifest {
  const details = findings(value)
  const [first] = details
  if (first) throw errors.MANIFEST_INVALID({ values: { reason: `${first.field} ${first.message}` }, details })
  return value as Manifest
}

function findings(value: unknown): ErrorDetail[] {
  const details: ErrorDetail[] = []
  for (const error of Value.Errors(checked, value)) {
    if (details.length === MAX_FINDINGS) break
    details.push({ field: fieldOf(error.path), message: messageOf(error) })
  }
  return details.length > 0 ? details : rangeFindings(value as Manifest)
}

function rangeFindings({ sdk, requires = {} }: Manifest): ErrorDetail[] {
  const ranges: [string, string][] = [['innoerp.sdk', sdk]]
  for (const [module, { range }] of Object.entries(requires)) ranges.push([`innoerp.requires.${module}.range`, range])
  return ranges
    .filter(([, range]) => semver.validRange(range) === null)
    .map(([field, range]) => ({ field, message: `is not a semver range: ${JSON.stringify(range)}` }))
}

/** A JSON pointer as the author would write it: `/navigation/0/path` → `innoerp.navigation.0.path`. */
const fieldOf = (pointer: string): string => `innoerp${pointer.replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')}`

function messageOf({ schema, message }: ValueError): string {
  const words = (schema.anyOf as TLiteral[] | undefined)?.map((literal) => literal.const)
  return words ? `must be one of ${words.join(', ')}` : `is wrong: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

/** The contract writes closed word lists as JSON Schema enums, which TypeBox's own checker knows only as unions of literals. */
function checkable(schema: TSchema): TSchema {
  if (schema[Kind] === 'Unsafe') return { ...schema, ...Type.Union((schema.enum as string[]).map((word) => Type.Literal(word))) }
  const copy: TSchema = { ...schema }
  for (const group of ['properties', 'patternProperties']) {
    const members = schema[group] as Record<string, TSchema> | undefined
    if (members) copy[group] = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, checkable(member)]))
  }
  if (schema.items) copy.items = checkable(schema.items as TSchema)
  return copy
}
