import type { Client } from '@elastic/elasticsearch'
import { answered, WHOLE } from './log-search.js'

const BATCH = 2_000

/** Removes all records of an organization by search and bulk deletion, which every cluster has. Returns how many. */
export async function forgetOrganization(client: Client, organizationId: string): Promise<number> {
  let removed = 0
  await answered(client.indices.refresh({ index: WHOLE.index }))
  for (;;) {
    const { hits } = await answered(client.search({ ...WHOLE, size: BATCH, _source: false, query: { term: { organization_id: organizationId } } }))
    if (hits.hits.length === 0) return removed
    const operations = hits.hits.map(({ _index, _id }) => ({ delete: { _index, _id } }))
    // Refreshed, so that the next search no longer finds them.
    const { items } = await answered(client.bulk({ refresh: true, operations }))
    const gone = items.filter((item) => item.delete?.result === 'deleted').length
    if (gone === 0) throw new Error('Elasticsearch deletes none of the records that it finds.')
    removed += gone
  }
}
