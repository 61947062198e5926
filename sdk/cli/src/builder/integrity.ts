import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BUILT, listFiles } from '@innoerp/sdk/packaging'

/** Writes `ui.json` of a build: the entry, its stylesheets, and the SRI hash (W3C Subresource Integrity, sha384) of every file in `ui/`. */
export async function writeUiIndex(out: string): Promise<void> {
  const names = Object.keys(await listFiles(join(out, BUILT.ui)))
  const files: [string, string][] = []
  for (const name of names) files.push([name, sri(await readFile(join(out, BUILT.ui, name)))])
  const styles = names.filter((name) => name.endsWith('.css'))
  await writeFile(join(out, BUILT.uiIndex), `${JSON.stringify({ entry: 'index.js', styles, files: Object.fromEntries(files) }, null, 2)}\n`)
}

const sri = (content: Buffer) => `sha384-${createHash('sha384').update(content).digest('base64')}`
