import type { SchemaNames } from '@innoerp/sdk/server'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import type { ModuleFiles } from '../module-files.js'
import { confinementOf } from './confinement.js'
import { CHANNEL, launch } from './launch.js'
import { openPeer } from './peer.js'
import type { MigrationsInit, MigrationStatements } from './protocol.js'
import { deadline } from './watchdog.js'

const READ_MS = 10_000
const MEMORY_MB = 256

/**
 * What the migrations of a module would have the database do, phase by phase. Its code runs for that in a process of its own, which
 * reaches neither the database nor the network, and ends at once.
 * @throws an error that says why they cannot be read
 */
export async function readMigrationsApart(files: ModuleFiles, names: SchemaNames): Promise<MigrationStatements> {
  const folders = [files.folder, path.join(files.folder, '..', '..', 'node_modules')]
  const child = launch(await confinementOf({ moduleId: files.package.innoerp.id, folders, memoryMb: MEMORY_MB, hasLocalDatabase: true }))
  for (const stream of [child.stdout, child.stderr]) stream?.resume()
  const late = deadline(READ_MS)
  const peer = openPeer(child.stdio[CHANNEL] as Duplex, { handlers: {}, onClose: () => {} })
  try {
    const init: MigrationsInit = { folder: files.migrationsFolder, files: files.migrations, names }
    return await Promise.race([peer.ask<MigrationStatements>('migrations', init), late.missed])
  } finally {
    late.stop()
    child.kill('SIGKILL')
  }
}
