import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { readModule } from '../builder/module-source.js'
import { errorLine } from './error-line.js'
import { goLive, type Target } from './go-live.js'
import { placeIn } from './places.js'
import { builtIn, stage } from './stage.js'
import type { Upload } from './upload.js'

export interface ReloadOptions {
  folder: string
  /** Where packages are put together. */
  staging: string
  /** Signs them, as the host trusts it. */
  key: KeyObject
  target(): Target
  say(line: string): void
  complain(line: string): void
}

/**
 * Brings the server as it stands into use; where that fails, says why in a line, and the version before serves on. What is as it was
 * the last time is left so, without a word.
 * @returns does it; true where the module serves
 */
export function createReload({ folder, staging, key, target, say, complain }: ReloadOptions): () => Promise<boolean> {
  const next = join(staging, 'next')
  const maps = join(staging, 'maps')
  /** The version that was tried last, or why none could be made; and whether it serves. */
  let last = { what: '', isLive: false }
  const fail = (line: string, what: string): void => {
    if (what !== last.what) complain(`  ✗ ${line}`)
    last = { what, isLive: false }
  }
  const tryOut = async (made: Upload, began: number): Promise<void> => {
    const { version } = made
    if (version === last.what) return
    try {
      const retire = await goLive(target(), made)
      last = { what: version, isLive: true }
      say(`  ✓ ${version} is live (${Math.round(performance.now() - began)} ms)`)
      await retire()
    } catch (error) {
      const line = errorLine(folder, error)
      const place = await placeIn(line, { folder, maps, version, built: builtIn(next) })
      fail(place ? `${place} ${line.replace(/ \(server\.js:\d+:\d+\)/, '')}` : line, version)
    }
  }
  return async () => {
    const began = performance.now()
    try {
      await tryOut(await stage(await readModule(folder), { folder: next, maps, key }), began)
    } catch (error) {
      const line = errorLine(folder, error)
      fail(line, line)
    }
    return last.isLive
  }
}
