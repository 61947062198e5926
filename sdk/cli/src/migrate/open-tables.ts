import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { hostFile } from '../host-file.js'

/** What `@innoerp/core/module-tables` gives; the types of the host are not those of this command. */
export interface Tables {
  status(): Promise<{ file: string; isUp: boolean }[]>
  up(): Promise<{ file: string; phase: string }[]>
  down(count: number): Promise<string[]>
  rows(): Promise<Record<string, number>>
  close(): Promise<void>
}
interface Host {
  openModuleTables(env: Terminal['env'], place: { folder: string; home: string }): Promise<Tables>
}

/**
 * Builds the module in the current folder and works in its tables, with the host that the module develops against.
 * @throws CliError saying what the database or the module answered
 */
export async function withTables({ cwd, env }: Terminal, work: (tables: Tables) => Promise<void>): Promise<void> {
  const { buildModule } = await import('../builder/build-module.js')
  const { source } = await buildModule(cwd)
  const { openModuleTables } = (await import(pathToFileURL(hostFile(cwd, '@innoerp/core/module-tables')).href)) as Host
  try {
    const tables = await openModuleTables(env, { folder: source.folder, home: resolve(cwd, '.innoerp') })
    try {
      await work(tables)
    } finally {
      await tables.close()
    }
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(error instanceof Error ? error.message : String(error))
  }
}
