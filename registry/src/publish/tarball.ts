import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isDomainError } from '@innoerp/sdk/contract'
import { Parser, type ReadEntry } from 'tar'
import { errors } from '../errors.js'
import { PathLedger } from './path-ledger.js'

/** How much a tarball may hold; `entries` counts files and folders. */
export interface TarballLimits {
  unpackedBytes: number
  entries: number
}

export interface TarballContents {
  /** Text of `package/package.json`. */
  packageJson: string
  /** The first 64 KiB of a README at the top; empty when there is none. */
  readme: string
  /** Paths of all files, without the leading `package/`. */
  files: string[]
  /** Sum of the files' sizes in bytes. */
  unpackedSize: number
}

const CHUNK_BYTES = 65_536
const PACKAGE_JSON_BYTES = 1_048_576
const README_BYTES = 65_536
const FILE_TYPES = ['File', 'OldFile', 'ContiguousFile']
const COMPRESSED = [Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])]
const README = /^readme(\.md|\.markdown|\.txt)?$/i

const refusal = (reason: string) => errors.TARBALL_INVALID({ values: { reason } })
const tooLarge = (reason: string) => errors.TARBALL_TOO_LARGE({ values: { reason } })

/**
 * Reads through a package's tarball without writing anything, and refuses one that could do harm when it is unpacked: links,
 * devices, paths that leave the folder or collide, more entries or bytes than allowed.
 *
 * @throws REGISTRY_TARBALL_INVALID, REGISTRY_TARBALL_TOO_LARGE
 */
export async function readTarball(bytes: Buffer, limits: TarballLimits): Promise<TarballContents> {
  const contents = new Contents(limits)
  try {
    await pipeline(Readable.from(chunksOf(bytes)), createGunzip(), boundedBy(limits), tarSink(contents))
  } catch (error) {
    if (isDomainError(error)) throw error
    throw refusal(`it cannot be read (${error instanceof Error ? error.message : 'unknown fault'})`)
  }
  return contents.finish()
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}

/** Counts what comes out of the decompressor, so that a bomb is cut off at the bound and never held whole. */
function boundedBy({ unpackedBytes }: TarballLimits): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // The parser would decompress once more, past this bound.
      if (seen === 0 && COMPRESSED.some((magic) => chunk.subarray(0, magic.length).equals(magic)))
        return done(refusal('it is compressed twice'))
      seen += chunk.length
      if (seen > unpackedBytes) return done(tooLarge(`unpacked it has more than ${unpackedBytes} bytes`))
      done(null, chunk)
    },
  })
}

function tarSink(contents: Contents): Writable {
  const parser = new Parser({ strict: true, onReadEntry: (entry) => contents.add(entry) })
  parser.on('ignoredEntry', (entry: ReadEntry) => contents.refuse(entry))
  const guarded = (work: () => void, done: (error?: Error) => void): void => {
    try {
      work()
      done()
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => guarded(() => void parser.write(chunk), done),
    final: (done) => guarded(() => void parser.end(), done),
  })
}

class Contents {
  readonly #limits: TarballLimits
  readonly #paths = new PathLedger()
  #entries = 0
  #unpackedSize = 0
  #packageJson: Buffer[] | undefined
  #readme: Buffer[] = []

  constructor(limits: TarballLimits) {
    this.#limits = limits
  }

  add(entry: ReadEntry): void {
    this.#entries += 1
    if (this.#entries > this.#limits.entries) throw tooLarge(`it has more than ${this.#limits.entries} entries`)
    const isFolder = entry.type === 'Directory'
    if (!isFolder && !FILE_TYPES.includes(entry.type)) this.refuse(entry)
    const problem = isFolder ? this.#paths.addFolder(entry.path) : this.#paths.addFile(entry.path)
    if (problem !== undefined) throw refusal(`the path ${JSON.stringify(entry.path.slice(0, 200))} ${problem}`)
    if (!isFolder) this.#read(entry)
    entry.resume()
  }

  refuse(entry: ReadEntry): never {
    throw refusal(`${JSON.stringify(entry.path.slice(0, 200))} is neither a file nor a folder but of the kind ${entry.type}`)
  }

  finish(): TarballContents {
    if (!this.#packageJson) throw refusal('it has no package/package.json')
    return {
      packageJson: Buffer.concat(this.#packageJson).toString('utf8'),
      readme: Buffer.concat(this.#readme).subarray(0, README_BYTES).toString('utf8').replaceAll('\0', ''),
      files: this.#paths.files,
      unpackedSize: this.#unpackedSize,
    }
  }

  #read(entry: ReadEntry): void {
    this.#unpackedSize += entry.size
    if (entry.path === 'package/package.json') {
      if (entry.size > PACKAGE_JSON_BYTES) throw tooLarge(`its package.json has more than ${PACKAGE_JSON_BYTES} bytes`)
      this.#packageJson = collect(entry, PACKAGE_JSON_BYTES)
    } else if (README.test(entry.path.slice('package/'.length)) && this.#readme.length === 0) {
      this.#readme = collect(entry, README_BYTES)
    }
  }
}

/** The chunks of an entry as they come, up to a bound in bytes. */
function collect(entry: ReadEntry, bound: number): Buffer[] {
  const chunks: Buffer[] = []
  let size = 0
  entry.on('data', (chunk: Buffer) => {
    if (size < bound) chunks.push(chunk)
    size += chunk.length
  })
  return chunks
}
