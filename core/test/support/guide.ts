import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect } from 'vitest'
import type { Author } from './author.js'

const GUIDE = path.resolve(import.meta.dirname, '../../../sdk/cli/docs/guide.md')
const BLOCK = /^```(\w+)(?: (file|merge)=(\S+))?\n([\s\S]*?)^```$/gm

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const merged = (one: Json, other: Json): Json =>
  Object.entries(other).reduce<Json>((all, [key, value]) => ({ ...all, [key]: isObject(value) && isObject(all[key]) ? merged(all[key], value) : value }), one)

/** A line of the guide as a pattern: `…` stands for what differs from run to run. */
const patternOf = (line: string) => new RegExp(line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'))

/** Somebody who follows the guide, block by block, in the author's folder. */
class Reader {
  #cwd: string
  /** What the last block of commands said. */
  #seen = ''

  constructor(
    private readonly author: Author,
    private readonly env: Record<string, string>,
  ) {
    this.#cwd = author.folder
  }

  async follow(language: string | undefined, { way, name, text }: { way: string | undefined; name: string; text: string }): Promise<void> {
    const file = path.join(this.#cwd, name)
    const lines = text.trim().split('\n')
    if (language === 'bash') await this.#type(lines)
    else if (language === 'text') for (const line of lines) expect(this.#seen).toMatch(patternOf(line.trim()))
    else if (way === 'file') await mkdir(path.dirname(file), { recursive: true }).then(() => writeFile(file, text))
    else if (way === 'merge') await writeFile(file, JSON.stringify(merged(JSON.parse(await readFile(file, 'utf8')) as Json, JSON.parse(text) as Json), null, 2))
    else throw new Error(`A snippet of the guide says not where it goes: ${text}`)
  }

  async #type(lines: readonly string[]): Promise<void> {
    this.#seen = ''
    for (const line of lines) {
      const [program = '', ...args] = line.split(' ')
      if (program === 'cd') this.#cwd = path.join(this.#cwd, args[0] ?? '')
      else if (line.startsWith('npm install')) await this.author.install(this.#cwd, args.slice(1))
      else if (program === 'npx') this.#seen += await this.#npx(args)
      else throw new Error(`The guide says ${line}, which this reader cannot do.`)
    }
  }

  async #npx([name = '', ...rest]: readonly string[]): Promise<string> {
    // What other registries have is linked without its commands.
    const file = path.join(this.#cwd, 'node_modules', name === 'tsc' ? 'typescript/bin/tsc' : `.bin/${name}`)
    // The one command that goes on until it is ended; its usual port may be taken here.
    const isLasting = rest[0] === 'dev'
    const { code, out } = await this.author.run(file, isLasting ? [...rest, '--port', '0'] : rest, { cwd: this.#cwd, env: this.env, ...(isLasting && { until: /Ctrl-C/ }) })
    expect([code, out], `${name} ${rest.join(' ')}`).toEqual([0, expect.any(String)])
    return stripVTControlCharacters(out)
  }
}

/** Does all that the authors' guide says, as it stands there, and looks for what it says one sees. */
export async function followGuide(author: Author, env: Record<string, string>): Promise<void> {
  const reader = new Reader(author, env)
  for (const [, language, way, name = '', text = ''] of (await readFile(GUIDE, 'utf8')).matchAll(BLOCK)) await reader.follow(language, { way, name, text })
}
