import { ModuleSchema, type Migration } from '@innoerp/sdk/server'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MigrationsInit, MigrationStatements } from '../protocol.js'

const PHASES = ['expand', 'contract', 'down'] as const

/** Lets every migration write down what it would do. */
export async function readMigrations({ folder, files, names }: MigrationsInit): Promise<MigrationStatements> {
  const all: MigrationStatements = {}
  for (const file of files) {
    const { default: migration } = (await import(pathToFileURL(path.join(folder, file)).href)) as { default?: Migration }
    if (typeof migration?.expand !== 'function' || typeof migration.down !== 'function') throw new Error(`${file}: a migration has expand and down; make it with migration()`)
    all[file] = Object.fromEntries(
      PHASES.map((phase) => {
        const schema = new ModuleSchema(names)
        migration[phase]?.(schema)
        return [phase, schema.statements]
      }),
    )
  }
  return all
}
