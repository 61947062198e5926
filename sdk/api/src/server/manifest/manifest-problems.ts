import { Kind, Type, type TLiteral, type TSchema } from '@sinclair/typebox'
import { Value, type ValueError } from '@sinclair/typebox/value'
import semver from 'semver'
import type { ErrorDetail } from '../../contract/errors.js'
import { Manifest } from '../../contract/manifest.js'

const MAX_FINDINGS = 10
const checked = checkable(Manifest)

/**
 * What is wrong with a manifest, by field; nothing for a good one.
 * @param value `innoerp` of a package.json
 */
export function manifestProblems(value: unknown): ErrorDetail[] {
  const details: ErrorDetail[] = []
  for (const error of Value.Errors(checked, value)) {
    if (details.length === MAX_FINDINGS) break
    details.push({ field: fieldOf(error.path), message: messageOf(error) })
  }
  return details.length > 0 ? details : rangeProblems(value as Manifest)
}

function rangeProblems({ sdk, requires = {} }: Manifest): ErrorDetail[] {
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
