/** Names that nobody has are asked for, too: not without end. */
const MISSED_MS = 1_000
const MAX_MISSED = 1_000
const MAX_UNDER_WAY = 4

/** Asks for a name once however many wait for it, and for one that nobody has once a second; `find` says whether there is such a one. */
export function createDiscovery(find: (name: string) => Promise<boolean>): (name: string) => Promise<void> {
  const missed = new Map<string, number>()
  const underWay = new Map<string, Promise<void>>()
  const ask = async (name: string): Promise<void> => {
    if (await find(name)) return
    if (missed.size >= MAX_MISSED) missed.clear()
    missed.set(name, Date.now() + MISSED_MS)
  }
  return async (name) => {
    if ((missed.get(name) ?? 0) > Date.now()) return
    const begun = underWay.get(name)
    if (begun) return begun
    if (underWay.size >= MAX_UNDER_WAY) return
    const asked = ask(name).finally(() => underWay.delete(name))
    underWay.set(name, asked)
    await asked
  }
}
