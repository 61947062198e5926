import type { FeedModule } from '@innoerp/sdk/contract'
import type { ModuleInfo } from '@innoerp/sdk/ui'

/** A module as its own pages know it. */
export const moduleInfoOf = ({ module_id: id, name, version, icon, color, base_path, api_base }: FeedModule): ModuleInfo => ({
  id,
  name,
  version,
  icon,
  color,
  basePath: base_path,
  apiBase: api_base,
})

/** One version of a module, for messages and keys: `crm@2.5.0`. */
export const versionKey = ({ module_id, version }: FeedModule): string => `${module_id}@${version}`

/**
 * The folder of a module's files. What threw or hangs stays so for the life of the page, for `import()` of the same address asks
 * nobody again, and the culprit may be a chunk; so every further attempt has a folder of its own (`ui~1/`), which holds the same
 * files and which no cache has seen. A query would not do: chunks are imported without it.
 */
export function folderOf({ entry }: FeedModule, attempt: number): string {
  const folder = entry.slice(0, entry.lastIndexOf('/') + 1)
  return attempt === 0 ? folder : folder.replace(/\/$/, `~${attempt}/`)
}

/** The entry's own name in its folder. */
export const entryNameOf = ({ entry }: FeedModule): string => entry.slice(entry.lastIndexOf('/') + 1)
