import type { SearchHit, SearchProvider } from '@innoerp/sdk/ui'
import { companies, contacts, deals } from './crm-api.js'

/** Of each kind; the palette shows few lines. */
const FOUND = 4

/** Finds companies, then contacts, then deals. */
const search: SearchProvider = async (query, signal) => {
  const asked = { search: query, limit: FOUND, total: false }
  const [firms, people, offers] = await Promise.all([
    companies.list(asked, { signal }),
    contacts.list(asked, { signal }),
    deals.list(asked, { signal }),
  ])
  return [
    ...firms.items.map(({ id, name, city }): SearchHit => ({ id, label: name, icon: 'company', path: `companies/${id}`, ...(city && { context: city }) })),
    ...people.items.map(({ id, name, job_title }): SearchHit => ({ id, label: name, icon: 'user', path: `contacts?open=${id}`, ...(job_title && { context: job_title }) })),
    ...offers.items.map(({ id, name }): SearchHit => ({ id, label: name, icon: 'deal', path: `deals?open=${id}` })),
  ]
}

export default search
