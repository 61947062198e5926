import { errorTable } from '@innoerp/sdk/contract'

/** Every way in which the registry refuses; the codes on the wire begin with `REGISTRY_`. */
export const errors = errorTable('REGISTRY', {
  TOKEN_REQUIRED: ['unauthorized', 'This needs a registry token, sent as "Authorization: Bearer <token>".'],
  TOKEN_INVALID: ['unauthorized', 'The registry token is not valid.'],
  TOKEN_SCOPE: ['forbidden', 'This registry token is not for {name}.'],
  ROUTE_NOT_FOUND: ['not_found', 'The registry has nothing at this address.'],
  PACKAGE_NOT_FOUND: ['not_found', 'There is no package {name} in this registry.'],
  VERSION_NOT_FOUND: ['not_found', 'There is no {name}@{version} in this registry.'],
  TAG_NOT_FOUND: ['not_found', '{name} has no dist-tag {tag}.'],
  REQUEST_INVALID: ['validation', 'The request is not valid: {reason}.'],
  NAME_INVALID: ['validation', '"{name}" cannot be the name of a package: {reason}.'],
  VERSION_INVALID: ['validation', '"{version}" is not a version: write it as semver without build data, such as 1.2.3 or 1.2.3-beta.1.'],
  TAG_INVALID: [
    'validation',
    '"{tag}" cannot be a dist-tag: use letters, digits, ". _ -", up to 100 of them, and nothing that reads as a version or a range.',
  ],
  LATEST_NEEDED: ['validation', 'The dist-tag latest cannot be removed; set it to another version instead.'],
  DOCUMENT_INVALID: ['validation', 'This is not a package document that can be published: {reason}.'],
  DOCUMENT_OUTDATED: ['conflict', '{name} has changed since it was read. Read it again and repeat the change.'],
  VERSION_EXISTS: ['conflict', 'You cannot publish over the previously published {name}@{version}. Raise the version.'],
  INTEGRITY_MISMATCH: ['validation', 'The tarball is not the one that its {algorithm} speaks of.'],
  TARBALL_INVALID: ['validation', 'The tarball is refused: {reason}.'],
  TARBALL_TOO_LARGE: ['too_large', 'The tarball is too large: {reason}.'],
  BODY_TOO_LARGE: ['too_large', 'The request is too large.'],
  MANIFEST_INVALID: ['validation', 'The module manifest ("innoerp" in package.json) is not valid: {reason}.'],
  UNPUBLISH_REFUSED: ['forbidden', 'What is published stays: others may depend on it. Deprecate the version, or move its dist-tag.'],
  FILE_MISSING: ['unavailable', 'The file of {name}@{version} cannot be read at the moment.'],
})
