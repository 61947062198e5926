import type { PlatformSettings } from '../config/platform-settings.js'
import type { CoreDb, CoreTransaction } from './database/core-db.js'

const UPSERT = `insert into platform.settings (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value, updated_at = now()`

/** `platform.settings`, in memory; whoever changes them announces it. */
export interface PlatformSettingsStore {
  current(): Required<PlatformSettings>
  save(tx: CoreTransaction, values: PlatformSettings): Promise<void>
  load(): Promise<void>
}

export async function openPlatformSettings(db: CoreDb, defaults: Required<PlatformSettings>): Promise<PlatformSettingsStore> {
  let values: Required<PlatformSettings> = defaults
  const load = async (): Promise<void> => {
    const rows = await db.run<{ key: string; value: unknown }>('platform', 'select key, value from platform.settings')
    values = { ...defaults, ...Object.fromEntries(rows.filter(({ key }) => key in defaults).map(({ key, value }) => [key, value])) }
  }
  await load()
  return {
    load,
    current: () => values,
    save: async (tx, changes) => {
      for (const [key, value] of Object.entries(changes)) await db.run(tx, UPSERT, [key, JSON.stringify(value)])
    },
  }
}
