import semver from 'semver'
import validateName from 'validate-npm-package-name'
import { errors } from './errors.js'

const TAG = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const VERSION_LENGTH = 128

/** Throws REGISTRY_NAME_INVALID unless a package of this registry may have this name. */
export function assertName(name: string): void {
  const { validForNewPackages, errors: wrong = [], warnings = [] } = validateName(name)
  if (!validForNewPackages) throw errors.NAME_INVALID({ values: { name: name.slice(0, 80), reason: [...wrong, ...warnings].join(', ') } })
}

/** True for a name under which there may be a package. */
export const isName = (name: string): boolean => validateName(name).validForNewPackages

/** True for a version in the one spelling under which it is kept: semver without leading `v`, spaces or build data. */
export const isVersion = (version: string): boolean => version.length <= VERSION_LENGTH && semver.valid(version) === version

/** True for a dist-tag that no client can mistake for a version or a range. */
export const isTag = (tag: string): boolean => TAG.test(tag) && semver.validRange(tag) === null

const withoutScope = (name: string): string => name.slice(name.indexOf('/') + 1)

/** The file name in a tarball's address: `<name without scope>-<version>.tgz`. */
export const tarballName = (name: string, version: string): string => `${withoutScope(name)}-${version}.tgz`

/** The version that a tarball's file name speaks of; undefined when it is no file of this package. */
export function versionOfTarball(name: string, file: string): string | undefined {
  const prefix = `${withoutScope(name)}-`
  if (!file.startsWith(prefix) || !file.endsWith('.tgz')) return undefined
  const version = file.slice(prefix.length, -'.tgz'.length)
  return isVersion(version) ? version : undefined
}
