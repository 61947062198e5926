import type { SearchHit, SearchProvider } from '@innoerp/sdk/ui'
import { allTasks, projects } from './projects-api.js'

/** Of each kind; the palette shows few lines. */
const FOUND = 4

/** Finds projects by name and code, then tasks by title. */
const search: SearchProvider = async (query, signal) => {
  const asked = { search: query, limit: FOUND, total: false }
  const [byName, byTitle] = await Promise.all([projects.list(asked, { signal }), allTasks.list(asked, { signal })])
  return [
    ...byName.items.map(({ id, name, code }): SearchHit => ({ id, label: name, path: id, ...(code && { context: code }) })),
    ...byTitle.items.map(({ id, title, project_id }): SearchHit => ({ id, label: title, icon: 'task', path: `${project_id}/tasks/${id}` })),
  ]
}

export default search
