import type { RegistryDatabase } from './database.js'
import type { RegistryLimits } from './options.js'
import type { FileStore } from './store/file-store.js'

/** What the registry's functions work on. */
export interface Registry {
  database: RegistryDatabase
  files: FileStore
  limits: RegistryLimits
}
