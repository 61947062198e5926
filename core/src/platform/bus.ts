import { createHmac } from 'node:crypto'

/** Something that every instance must know at once: what it keeps in memory about it is stale. */
export type Change =
  | { kind: 'organization'; id: string; subdomain?: string }
  | { kind: 'user'; id: string }
  | { kind: 'catalogue' }
  | { kind: 'outbox' }
  | { kind: 'operation'; id: string }
  | { kind: 'trusted-keys' }
  | { kind: 'signing-keys' }
  | { kind: 'platform-settings' }

type Listener = (change: Change) => void | Promise<void>

/** Tells changes to this instance at once and to the others by every channel there is. */
export interface Bus {
  on(listener: Listener): void
  /** Resolves when this instance's listeners are done; the others hear of it within milliseconds. */
  announce(change: Change): Promise<void>
  close(): Promise<void>
}

/** A way to the other instances. */
export interface Channel {
  /** What cannot be sent is lost; whoever listens learns of the gap by itself. */
  send(text: string): void
  close(): Promise<void>
}
export interface ChannelEvents {
  onMessage(text: string): void
  /** After a time in which nobody listened. */
  onGap(): void
}
export type OpenChannel = (events: ChannelEvents) => Promise<Channel>

/** Whoever may shout into an engine's channels, such as the logins of modules, does not know this one's name. */
export const channelName = (secretKey: string): string => `innoerp_${createHmac('sha256', secretKey).update('channel of changes').digest('hex').slice(0, 32)}`

/** What came by one channel comes by the others too: so many are remembered. */
const REMEMBERED = 1_000

/** A change reaches the others as long as one of the channels works. */
export async function openBus(openers: readonly OpenChannel[]): Promise<Bus> {
  const listeners: Listener[] = []
  const sender = `${process.pid}.${Math.random().toString(36).slice(2)}`
  const heard = new Set<string>()
  let sent = 0

  const tell = async (change: Change) => {
    for (const listener of listeners) await listener(change)
  }
  const isNew = (id: string): boolean => {
    if (heard.has(id)) return false
    heard.add(id)
    for (const oldest of heard) {
      if (heard.size <= REMEMBERED) break
      heard.delete(oldest)
    }
    return true
  }
  const onMessage = (text: string): void => {
    const message = parse(text)
    if (message && message.sender !== sender && isNew(`${message.sender}/${message.number}`)) void tell(message.change)
  }
  // What was announced while nobody listened is unknown: everything in memory counts as stale.
  const onGap = () => void tell({ kind: 'catalogue' })
  const channels = await Promise.all(openers.map((open) => open({ onMessage, onGap })))
  return {
    on: (listener) => void listeners.push(listener),
    announce: async (change) => {
      await tell(change)
      sent += 1
      for (const channel of channels) channel.send(JSON.stringify([sender, sent, change]))
    },
    close: async () => {
      await Promise.all(channels.map((channel) => channel.close()))
    },
  }
}

/** Undefined for what no instance of ours has sent. */
function parse(text: string): { sender: string; number: number; change: Change } | undefined {
  try {
    const [sender, number, change] = JSON.parse(text) as [string, number, Change]
    return typeof change.kind === 'string' ? { sender, number, change } : undefined
  } catch {
    return undefined
  }
}
