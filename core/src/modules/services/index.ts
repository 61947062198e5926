import type { ModuleServices } from '../loader.js'
import { moduleErrors } from '../module-errors.js'

/** What modules are given beyond their tables and events. A capability that this host does not have is refused like one not granted. */
export const createModuleServices = (): ModuleServices => (moduleId) => {
  const refuse = (capability: string) => async (): Promise<never> => {
    throw moduleErrors.CAPABILITY_MISSING({ values: { module_id: moduleId, capability } })
  }
  return {
    jobs: { enqueue: refuse('jobs') },
    files: { store: refuse('files'), read: refuse('files'), remove: refuse('files') },
    mail: { send: refuse('mail') },
    fetch: refuse('network'),
  }
}
