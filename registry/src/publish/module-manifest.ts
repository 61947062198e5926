import type { Manifest } from '@innoerp/sdk/contract'
import { manifestProblems } from '@innoerp/sdk/server'
import { errors } from '../errors.js'

/**
 * The manifest of a module, checked against the contract.
 *
 * @param value `innoerp` of a package.json
 * @throws REGISTRY_MANIFEST_INVALID with what is wrong, by field
 */
export function moduleManifest(value: unknown): Manifest {
  const details = manifestProblems(value)
  const [first] = details
  if (first) throw errors.MANIFEST_INVALID({ values: { reason: `${first.field} ${first.message}` }, details })
  return value as Manifest
}
