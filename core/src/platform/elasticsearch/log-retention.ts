import { errors, type Client } from '@elastic/elasticsearch'
import { PATTERN, PREFIX } from './log-template.js'

const DAY_MS = 86_400_000
const NAME = new RegExp(`^${PREFIX}-(\\d{4})\\.(\\d{2})\\.(\\d{2})(-\\d{6})?$`)

/** The index of a day (`2026-11-24`). */
export const indexOf = (day: string): string => `${PREFIX}-${day.replaceAll('-', '.')}`

/** Deletes the indices of days before the last `days`, by their names; never one that an alias writes to. Returns their names. */
export async function deleteOldIndices(client: Client, { days, now = Date.now() }: { days: number; now?: number }): Promise<string[]> {
  const first = new Date(now - days * DAY_MS).toISOString().slice(0, 10)
  const indices = await client.indices.getAlias({ index: PATTERN })
  const old = Object.entries(indices)
    .filter(([name, { aliases }]) => (dayOf(name) ?? first) < first && !Object.values(aliases).some((alias) => alias.is_write_index))
    .map(([name]) => name)
  for (const index of old) await client.indices.delete({ index, ignore_unavailable: true })
  return old
}

function dayOf(index: string): string | undefined {
  const [, year, month, day] = NAME.exec(index) ?? []
  return year && `${year}-${month}-${day}`
}

/**
 * Where the cluster offers index lifecycle management, a policy that deletes indices after `days`; asked, since not every cluster does.
 * Returns its name, undefined where the host deletes by itself.
 */
export async function putLifecycle(client: Client, days: number): Promise<string | undefined> {
  try {
    await client.ilm.getStatus()
  } catch (error) {
    if (error instanceof errors.ResponseError && (error.statusCode ?? 500) < 500) return undefined
    throw error
  }
  await client.ilm.putLifecycle({ name: PREFIX, policy: { phases: { hot: { actions: {} }, delete: { min_age: `${days}d`, actions: { delete: {} } } } } })
  return PREFIX
}
