import type pg from 'pg'
import type { Socket } from 'node:net'
import { Answer } from './answer.js'
import { encodeBatch, type Batch, type Book, type Prepared, type StatementResult } from './batch.js'
import type { ParserOf } from './row-shape.js'

export type Done = (error: Error | undefined, results: StatementResult[]) => void

/** What pg's published types leave out. */
interface ClientInternals {
  connection: { stream: Socket }
  getTypeParser(typeId: number, format: 'text'): (text: string) => unknown
}

/** A message is its letter, the length of the rest as four bytes that count themselves, and its body. */
const HEADER = 5
/** A plan whose result type changed under it (0A000), or one that somebody in between has dropped (26000). */
const OUTDATED = new Set(['0A000', '26000'])

/**
 * A connection of pg that runs batches: several statements before ONE Sync, in one write and one answer. Outside a transaction block
 * that is one implicit transaction, so that an error in any of them rolls all of them back. pg opens and ends the connection, and
 * hears what arrives between batches; during one it is left out, because a message costs it more than it costs PostgreSQL.
 */
export class Wire {
  readonly #stream: Socket
  readonly #parserOf: ParserOf
  readonly #book: Book = { prepared: new Map(), outdated: new Set() }
  #answer: Answer | undefined
  #plan: readonly Prepared[] = []
  #done: Done = () => {}
  /** The beginning of a message that has not arrived whole, and how many bytes of it are missing. */
  #parts: Buffer[] = []
  #missing = 0

  constructor(client: pg.ClientBase) {
    const internals = client as unknown as ClientInternals
    const stream = internals.connection.stream
    this.#stream = stream
    this.#parserOf = (typeId) => internals.getTypeParser(typeId, 'text')
    const heard = stream.listeners('data') as ((chunk: Buffer) => void)[]
    const others = (chunk: Buffer) => heard.forEach((listener) => listener.call(stream, chunk))
    stream.removeAllListeners('data')
    stream.on('data', (chunk: Buffer) => (this.#answer ? this.#hear(this.#answer, chunk, others) : others(chunk)))
    stream.on('error', (error) => this.#end(error))
    stream.on('close', () => this.#end(this.#answer?.error ?? terminated()))
  }

  /** Runs a batch once the one before it has been answered. */
  run(batch: Batch, named: boolean, done: Done): void {
    if (this.#answer) return done(new Error('A connection runs one batch at a time'), [])
    if (!this.#stream.writable) return done(terminated(), [])
    try {
      const { bytes, plan } = encodeBatch(batch, named, this.#book)
      this.#answer = new Answer({ plan, hidden: batch.hidden ?? 0, parserOf: this.#parserOf, prepared: this.#book.prepared })
      this.#plan = plan
      this.#done = done
      this.#stream.write(bytes)
    } catch (error) {
      done(error as Error, []) // a value that has no text
    }
  }

  #hear(answer: Answer, chunk: Buffer, others: (rest: Buffer) => void): void {
    try {
      this.#collect(answer, chunk, others)
    } catch (error) {
      this.#stream.destroy(error as Error) // nobody knows any more what the next byte means
    }
  }

  /** A message may come in many pieces: they are put together once, when the last one is there. */
  #collect(answer: Answer, chunk: Buffer, others: (rest: Buffer) => void): void {
    if (this.#missing === 0) return this.#read(answer, chunk, others)
    this.#parts.push(chunk)
    this.#missing -= chunk.length
    if (this.#missing > 0) return
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#missing = 0
    this.#read(answer, bytes, others)
  }

  #read(answer: Answer, bytes: Buffer, others: (rest: Buffer) => void): void {
    let at = 0
    while (at + HEADER <= bytes.length) {
      const end = at + 1 + bytes.readInt32BE(at + 1)
      if (end > bytes.length) break
      if (answer.take(bytes[at], bytes, at + HEADER)) {
        if (end < bytes.length) others(bytes.subarray(end))
        return this.#end(answer.error)
      }
      at = end
    }
    if (at === bytes.length) return
    this.#parts = [bytes.subarray(at)]
    this.#missing = (at + HEADER <= bytes.length ? at + 1 + bytes.readInt32BE(at + 1) : at + HEADER) - bytes.length
  }

  #end(error: Error | undefined): void {
    const answer = this.#answer
    if (!answer) return
    this.#answer = undefined
    if (error && OUTDATED.has((error as { code?: string }).code ?? '')) this.#forget()
    this.#done(error, answer.results)
  }

  /** The next batch parses these anew. */
  #forget(): void {
    for (const { name } of this.#plan) if (name && this.#book.prepared.delete(name)) this.#book.outdated.add(name)
  }
}

const terminated = (): Error => new Error('Connection terminated unexpectedly')
