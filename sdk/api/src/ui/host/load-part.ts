import { loadLabels, namespaceOf } from '../i18n/i18n.js'
import type { SlotFile } from './define-ui.js'
import type { Host, SlotPart } from './host-context.js'

/**
 * The file of a part, with the labels of its module.
 * @param fresh asks for a new copy after a failure
 */
export async function loadPart<F extends SlotFile>(host: Host, part: SlotPart, fresh = false): Promise<F> {
  const { slots, locales } = await host.load(part.module.id, fresh)
  const load = slots[part.component]
  if (!load) throw new Error(`${part.module.id} has no component ${part.component}`)
  await loadLabels(namespaceOf(part.module), locales)
  return load() as Promise<F>
}
