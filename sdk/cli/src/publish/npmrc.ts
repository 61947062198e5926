import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Settings as `.npmrc` files give them, by key. */
export type NpmSettings = ReadonlyMap<string, string>
type Environment = Readonly<Record<string, string | undefined>>

/** Reads the `.npmrc` of each folder; what an earlier one says counts. `${NAME}` stands for a variable, as npm has it. */
export async function readNpmrc(folders: readonly (string | undefined)[], env: Environment): Promise<NpmSettings> {
  const known = folders.filter((folder) => folder !== undefined)
  const texts = await Promise.all(known.map((folder) => readFile(join(folder, '.npmrc'), 'utf8').catch(() => '')))
  return new Map(texts.reverse().flatMap((text) => linesOf(text, env)))
}

function linesOf(text: string, env: Environment): [string, string][] {
  return text
    .split(/\r?\n/)
    .map((line) => /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line))
    .flatMap((match): [string, string][] => (match ? [[match[1] ?? '', valueOf(match[2] ?? '', env)]] : []))
}

const valueOf = (text: string, env: Environment) => text.replace(/^"(.*)"$/, '$1').replace(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole)

/** The registry of a package's scope. */
export function scopeRegistry(settings: NpmSettings, name: string): string | undefined {
  return name.startsWith('@') ? settings.get(`${name.split('/')[0]}:registry`) : undefined
}

/** The token for a registry: kept by its address, or by one above it. */
export function tokenFor(settings: NpmSettings, { host, pathname }: URL): string | undefined {
  const parts = pathname.split('/').filter(Boolean)
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const path = ['', ...parts.slice(0, depth)].join('/')
    const token = settings.get(`//${host}${path}/:_authToken`) ?? settings.get(`//${host}${path}:_authToken`)
    if (token) return token
  }
  return undefined
}
