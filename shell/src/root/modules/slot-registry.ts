import type { Feed } from '@innoerp/sdk/contract'
import type { SlotPart, SlotRegistry } from '@innoerp/sdk/ui'
import { moduleInfoOf } from './module-files'

const NOTHING: readonly SlotPart[] = []

/** The parts of all modules by slot, in the order of the modules. */
export function partsBySlot({ modules }: Feed): ReadonlyMap<string, readonly SlotPart[]> {
  const parts = new Map<string, SlotPart[]>()
  for (const module of modules) {
    const info = moduleInfoOf(module)
    for (const [slot, components] of Object.entries(module.slots)) {
      parts.set(slot, [...(parts.get(slot) ?? []), ...components.map((part) => ({ module: info, ...part }))])
    }
  }
  return parts
}

const same = (a: readonly SlotPart[], b: readonly SlotPart[]) => JSON.stringify(a) === JSON.stringify(b)

/** What modules give to one another, as the feed has it. Slots that did not change keep their array, so nothing renders anew. */
export function createSlotRegistry(): SlotRegistry & { set(feed: Feed): void } {
  const listeners = new Set<() => void>()
  let parts: ReadonlyMap<string, readonly SlotPart[]> = new Map()
  return {
    get: (name) => parts.get(name) ?? NOTHING,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    set(feed) {
      const before = parts
      parts = new Map([...partsBySlot(feed)].map(([slot, next]) => [slot, keep(before.get(slot), next)]))
      for (const changed of listeners) changed()
    },
  }
}

const keep = (before: readonly SlotPart[] | undefined, next: readonly SlotPart[]) => (before && same(before, next) ? before : next)
