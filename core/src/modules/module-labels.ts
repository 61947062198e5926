import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** A file of labels: keys to text, nested as the author likes. */
interface Labels {
  readonly [key: string]: string | Labels
}

/** A module's labels by language, e.g. `de`. */
export type Locales = ReadonlyMap<string, Labels>

const FILE = /^([a-z]{2}(?:-[A-Z]{2})?)\.json$/
const FALLBACK = 'en'

/** The labels that a build carries in its folder of locales; none when it has no such folder. */
export async function readLocales(folder: string): Promise<Locales> {
  const names = await readdir(folder).catch(() => [])
  const files = names.flatMap((name) => {
    const language = FILE.exec(name)?.[1]
    return language === undefined ? [] : [{ language, file: path.join(folder, name) }]
  })
  return new Map(await Promise.all(files.map(async ({ language, file }) => [language, JSON.parse(await readFile(file, 'utf8')) as Labels] as const)))
}

/** The text of `a.b` in a language, else in English; undefined where neither has it. */
export function labelOf(locales: Locales, language: string, key: string): string | undefined {
  return textAt(locales.get(language), key) ?? textAt(locales.get(FALLBACK), key)
}

function textAt(labels: Labels | undefined, key: string): string | undefined {
  let found: string | Labels | undefined = labels
  for (const part of key.split('.')) found = typeof found === 'object' && Object.hasOwn(found, part) ? found[part] : undefined
  return typeof found === 'string' ? found : undefined
}
