import type { Redis } from 'ioredis'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RedisPlace } from '../../config/redis-settings.js'
import type { Channel, ChannelEvents, OpenChannel } from '../bus.js'
import { nodeClient, redisClient } from './client.js'
import type { RedisLink } from './link.js'

const RECONNECT_MS = 250
const PING_MS = 2_000

/** Changes by Redis' publish and subscribe. */
export const redisChannel =
  (link: RedisLink, name: string): OpenChannel =>
  async (events): Promise<Channel> => {
    const ears = new Ears({ place: link.place, name, events })
    await ears.listen()
    return {
      send: (text) => void link.run((client) => client.publish(name, text)).catch(() => {}), // the other channel has it too
      close: () => ears.close(),
    }
  }

/** A connection that listens, made anew whenever it breaks. In a Cluster every node hears what any of them is told. */
class Ears {
  readonly #place: RedisPlace
  readonly #name: string
  readonly #events: ChannelEvents
  #connection: Redis | undefined
  #closed = false
  #turn = 0

  constructor({ place, name, events }: { place: RedisPlace; name: string; events: ChannelEvents }) {
    this.#place = place
    this.#name = name
    this.#events = events
  }

  async listen(): Promise<void> {
    const connection = await this.#client()
    this.#connection = connection
    await connection.connect()
    connection.on('message', (_channel: string, text: string) => this.#events.onMessage(text))
    await connection.subscribe(this.#name)
    const pinging = setInterval(() => void connection.ping().catch(() => connection.disconnect()), PING_MS)
    pinging.unref()
    connection.once('end', () => {
      clearInterval(pinging)
      void this.#listenAgain()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#connection?.disconnect()
  }

  async #listenAgain(): Promise<void> {
    while (!this.#closed) {
      await sleep(RECONNECT_MS, undefined, { ref: false })
      try {
        await this.listen()
        return this.#events.onGap()
      } catch {
        this.#connection?.disconnect()
      }
    }
  }

  #client(): Promise<Redis> {
    const once = { retryStrategy: () => null, enableReadyCheck: false }
    if (this.#place.kind !== 'cluster') return redisClient(this.#place, once) as unknown as Promise<Redis>
    const { nodes } = this.#place
    return nodeClient(this.#place, nodes[this.#turn++ % nodes.length] ?? nodes[0], once)
  }
}
