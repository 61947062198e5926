import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CliError } from '../../cli-error.js'
import type { Terminal } from '../../command.js'
import { hostFile } from '../../host-file.js'

interface Place {
  /** Where the host keeps its data unless INNOERP_HOME says so. */
  home: string
}
/** What `@innoerp/core/operations` gives; the types of the host are not those of this command. */
interface Operations {
  migrate(env: Terminal['env'], place: Place): Promise<string[]>
  rotateSecret(env: Terminal['env'], place: Place): Promise<{ secretKey: string | undefined }>
  backup(env: Terminal['env'], place: Place & { file: string }): Promise<{ bytes: number }>
  restore(env: Terminal['env'], place: Place & { file: string }): Promise<{ host: string; made_at: string; organizations: number }>
}

/**
 * Does something beside the host whose data lies in INNOERP_HOME, else in `.innoerp`.
 * @throws CliError saying why it could not be done
 */
export async function operate<T>({ cwd, env }: Terminal, work: (operations: Operations, env: Terminal['env'], place: Place) => Promise<T>): Promise<T> {
  const operations = (await import(pathToFileURL(hostFile(cwd, '@innoerp/core/operations')).href)) as Operations
  try {
    return await work(operations, env, { home: resolve(cwd, '.innoerp') })
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error))
  }
}
