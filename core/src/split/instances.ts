import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { createInstance, type Instance } from './instance.js'

const PROBE_MS = 500
/** Names are looked up as often; what a scheduler adds or takes away is known by then. */
const LOOKUP_EVERY = 10

/** The instances of one service, as its addresses and DNS name them now. */
export interface Instances {
  all(): readonly Instance[]
  /** One that is well, in turn, none of `tried`; undefined where there is none. */
  pick(tried: ReadonlySet<Instance>): Instance | undefined
  close(): Promise<void>
}

export function createInstances(urls: readonly string[]): Instances {
  let known = new Map<string, Instance>()
  let turn = 0
  let rounds = 0
  const find = async (): Promise<void> => {
    const found = (await Promise.all(urls.map((url) => originsOf(url).catch(() => originsKnown(url, known))))).flat()
    const next = new Map(found.map(({ origin, servername }) => [origin, known.get(origin) ?? createInstance(origin, servername)]))
    const gone = [...known].filter(([origin]) => !next.has(origin))
    known = next
    await Promise.all(gone.map(([, instance]) => instance.close()))
  }
  const look = async (): Promise<void> => {
    if (rounds++ % LOOKUP_EVERY === 0 || known.size === 0) await find()
    await Promise.all([...known.values()].map((instance) => instance.probe()))
  }
  let looking: Promise<void> = look()
  const timer = setInterval(() => (looking = looking.then(look)), PROBE_MS)
  timer.unref()
  return {
    all: () => [...known.values()],
    pick: (tried) => {
      const left = [...known.values()].filter((instance) => !tried.has(instance) && instance.breaker.admits)
      // Where none says that it is ready they may all be too busy to say so.
      const ready = left.filter(({ isReady }) => isReady)
      const choice = ready.length > 0 ? ready : left
      turn += 1
      return choice[turn % choice.length]
    },
    close: async () => {
      clearInterval(timer)
      await looking.catch(() => {})
      await Promise.all([...known.values()].map((instance) => instance.close()))
    },
  }
}

interface Origin {
  origin: string
  servername?: string
}

/** Every address that a name stands for. */
async function originsOf(url: string): Promise<Origin[]> {
  const { protocol, hostname, port } = new URL(url)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return [{ origin: url }]
  const found = await lookup(hostname, { all: true })
  // A name has an address of each kind for one process: either will do.
  const kind = found.some(({ family }) => family === 4) ? 4 : 6
  return found
    .filter(({ family }) => family === kind)
    .map(({ address }) => ({ origin: `${protocol}//${kind === 6 ? `[${address}]` : address}${port && `:${port}`}`, ...(protocol === 'https:' && { servername: hostname }) }))
}

/** While names are not answered, the instances that were found stay. */
const originsKnown = (url: string, known: ReadonlyMap<string, Instance>): Origin[] =>
  [...known.keys()].filter((origin) => new URL(origin).port === new URL(url).port).map((origin) => ({ origin }))
