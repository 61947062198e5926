import type { Logger } from 'pino'
import type { VersionRow } from './catalogue/catalogue-repository.js'
import type { Unit } from './unit.js'

export const labelOf = (moduleId: string, version: string): string => `${moduleId}@${version}`

/** The module versions that are loaded. */
export interface UnitStore {
  get(moduleId: string, version: string): Unit | undefined
  all(): Iterable<Unit>
  /** Loads a version, unless it is loaded. */
  load(row: VersionRow): Promise<Unit>
  /** Takes a version out: no new requests, those under way are answered. */
  drop(moduleId: string, version: string): Promise<void>
  /** Loads what is missing of `rows`. */
  loadAll(rows: readonly VersionRow[]): Promise<void>
  /** Takes out everything but `rows`. */
  keepOnly(rows: readonly VersionRow[]): void
  close(): Promise<void>
}

export function createUnitStore({ open, log }: { open(row: VersionRow): Promise<Unit>; log: Logger }): UnitStore {
  const units = new Map<string, Unit>()
  const opening = new Map<string, Promise<Unit>>()

  const load = (row: VersionRow): Promise<Unit> => {
    const label = labelOf(row.module_id, row.version)
    const known = units.get(label)
    if (known) return Promise.resolve(known)
    const begun =
      opening.get(label) ??
      open(row)
        .then((unit) => {
          units.set(label, unit)
          return unit
        })
        .finally(() => opening.delete(label))
    opening.set(label, begun)
    return begun
  }
  const retire = async (label: string): Promise<void> => {
    const unit = units.get(label)
    units.delete(label)
    await unit?.retire()
  }
  return {
    get: (moduleId, version) => units.get(labelOf(moduleId, version)),
    all: () => units.values(),
    load,
    drop: (moduleId, version) => retire(labelOf(moduleId, version)),
    loadAll: async (rows) => {
      // One version that cannot be loaded must not keep the others, or the host, from working.
      await Promise.all(rows.map((row) => load(row).catch((error: unknown) => log.error({ err: error, module: labelOf(row.module_id, row.version) }, 'A module version could not be loaded'))))
    },
    keepOnly: (rows) => {
      const wanted = new Set(rows.map((row) => labelOf(row.module_id, row.version)))
      // Not awaited: a request that takes long must not hold up those of the new version.
      for (const label of [...units.keys()].filter((label) => !wanted.has(label))) {
        retire(label).catch((error: unknown) => log.error({ err: error, module: label }, 'A module version did not close cleanly'))
      }
    },
    close: async () => {
      await Promise.all([...units.keys()].map(retire))
    },
  }
}
