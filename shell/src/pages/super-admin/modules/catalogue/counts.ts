import type { RegisteredModule } from '../../../../clients/modules'

/** Modules of which somebody has to decide something: a version was stopped, or its package is not what it should be. */
export const needsAttention = ({ core, uninstalled_at, versions }: Pick<RegisteredModule, 'core' | 'uninstalled_at' | 'versions'>): boolean =>
  !core &&
  uninstalled_at === null &&
  versions.some(({ state, signature }) => state === 'quarantined' || ((state === 'installed' || state === 'active') && signature !== 'signed'))

/** Versions that serve, of all modules together. */
export const servingVersions = (modules: readonly Pick<RegisteredModule, 'versions'>[]): number =>
  modules.flatMap(({ versions }) => versions).filter(({ state }) => state === 'active').length
