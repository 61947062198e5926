import type { Duplex } from 'node:stream'
import { openChannel } from './channel.js'
import { fromWire, toWire, type WireError } from './wire-error.js'

/** What one side may ask the other for, by name; what it throws is thrown at the asker. */
export type Handlers = Readonly<Record<string, (args: never) => unknown>>

/** One end of the channel between host and process: asks, is asked, and tells without waiting for an answer. */
export interface Peer {
  /** @throws what the other side threw; an error where it is gone or does not answer within `timeoutMs` */
  ask<T>(name: string, args: object, options?: { timeoutMs?: number }): Promise<T>
  tell(name: string, args: object): void
  close(): void
}

type Message = { ask: string; id: number; args: object } | { tell: string; args: object } | { id: number; ok?: unknown } | { id: number; error: WireError }

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

export function openPeer(stream: Duplex, { handlers, onClose }: { handlers: Handlers; onClose(problem?: string): void }): Peer {
  const questions = createQuestions()
  const answer = async (name: string, args: object): Promise<unknown> => {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (!handler) throw new Error(`There is no ${name} to ask for.`)
    return handler(args as never)
  }
  const onMessage = (raw: unknown): void => {
    const message = raw as Message
    if ('ask' in message) {
      const { id } = message
      answer(message.ask, message.args).then((ok) => channel.send({ id, ok }), (error: unknown) => channel.send({ id, error: toWire(error) }))
    } else if ('tell' in message) {
      answer(message.tell, message.args).catch(() => {}) // nobody waits for it
    } else if ('error' in message) questions.take(message.id)?.reject(fromWire(message.error))
    else questions.take(message.id)?.resolve(message.ok)
  }
  const channel = openChannel(stream, {
    onMessage,
    onClose: (problem) => {
      questions.end(new Error('The other side is gone.'))
      onClose(problem)
    },
  })
  return {
    ask: <T>(name: string, args: object, { timeoutMs }: { timeoutMs?: number } = {}) =>
      new Promise<T>((resolve, reject) => {
        const timer = timeoutMs === undefined ? undefined : setTimeout(() => questions.take(id)?.reject(new Error(`No answer to ${name} within ${timeoutMs} ms.`)), timeoutMs)
        const settle = <A>(how: (what: A) => void) => (what: A): void => {
          clearTimeout(timer)
          how(what)
        }
        const id = questions.add({ resolve: settle((value) => resolve(value as T)), reject: settle(reject) })
        channel.send({ ask: name, id, args })
      }),
    tell: (name, args) => channel.send({ tell: name, args }),
    close: () => channel.close(),
  }
}

/** What was asked and not answered yet. */
function createQuestions() {
  const open = new Map<number, Waiting>()
  let lastId = 0
  return {
    add: (waiting: Waiting): number => {
      open.set((lastId += 1), waiting)
      return lastId
    },
    take: (id: number): Waiting | undefined => {
      const waiting = open.get(id)
      open.delete(id)
      return waiting
    },
    end: (error: Error): void => {
      for (const { reject } of open.values()) reject(error)
      open.clear()
    },
  }
}
