import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hostFile } from '../host-file.js'
import type { Libraries } from './page.js'

/** The development builds of the shared libraries, as the shell brings them that the host of `folder` shows. */
export async function librariesOf(folder: string): Promise<{ folder: string; files: Libraries }> {
  const manifest = createRequire(hostFile(folder, '@innoerp/core/main')).resolve('@innoerp/shell/manifest.json')
  const { development } = JSON.parse(await readFile(manifest, 'utf8')) as { development: Libraries }
  return { folder: join(dirname(manifest), 'development'), files: development }
}
