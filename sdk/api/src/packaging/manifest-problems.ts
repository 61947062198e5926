import { Ajv, type ErrorObject } from 'ajv'
import { Manifest } from '../contract/manifest.js'

const validate = new Ajv({ allErrors: true, strict: false }).compile(Manifest)

/**
 * What is wrong with a manifest, the `innoerp` part of a module's `package.json`: one line a finding, beginning with the path of
 * the field, such as `/navigation/0/path: must match pattern …`.
 * @returns nothing for a {@link Manifest}
 */
export const manifestProblems = (manifest: unknown): string[] => (validate(manifest) ? [] : (validate.errors ?? []).map(textOf))

function textOf({ instancePath, keyword, message, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, allowedValues } = params as Record<string, unknown>
  if (keyword === 'required') return `${instancePath}/${String(missingProperty)}: is missing`
  if (keyword === 'additionalProperties') return `${instancePath}/${String(additionalProperty)}: is not known`
  if (keyword === 'enum') return `${instancePath}: must be one of ${(allowedValues as string[]).join(', ')}`
  return `${instancePath}: ${message ?? keyword}`
}
