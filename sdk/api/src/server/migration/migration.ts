import type { ModuleSchema } from './module-schema.js'

/**
 * A step of a module's tables. `expand` runs at install and must leave older versions working; `contract` runs once no tenant is on
 * an older version; `down` is for purge and tests only.
 */
export interface Migration {
  expand(schema: ModuleSchema): void
  contract?(schema: ModuleSchema): void
  down(schema: ModuleSchema): void
}

/** Declares a migration; the file's name gives its order. */
export const migration = (steps: Migration): Migration => steps
