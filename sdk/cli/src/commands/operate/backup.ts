import { resolve } from 'node:path'
import { CliError, EXIT } from '../../cli-error.js'
import { command, type Terminal } from '../../command.js'
import { operate } from './operations.js'

const MEBIBYTE = 1_048_576

function fileOf({ cwd }: Terminal, argument: string | undefined): string {
  if (argument === undefined) throw new CliError('Name the file of the backup.', { exitCode: EXIT.usage })
  return resolve(cwd, argument)
}

export const backup = command({
  summary: 'Writes all data of a host into one file: its own database, files, packages and secrets. The host may run.',
  argument: { name: 'file', help: 'to write; whoever has it has all secrets' },
  options: {},
  run: async (terminal, { argument }) => {
    const file = fileOf(terminal, argument)
    const { bytes } = await operate(terminal, (operations, env, place) => operations.backup(env, { ...place, file }))
    terminal.say(`✓ ${file}, ${(bytes / MEBIBYTE).toFixed(1)} MB`)
  },
})

export const restore = command({
  summary: 'Puts a backup into an empty INNOERP_HOME; the next start finds everything as it was.',
  argument: { name: 'file', help: 'that `innoerp backup` wrote' },
  options: {},
  run: async (terminal, { argument }) => {
    const file = fileOf(terminal, argument)
    const { host, made_at, organizations } = await operate(terminal, (operations, env, place) => operations.restore(env, { ...place, file }))
    terminal.say(`✓ ${organizations} ${organizations === 1 ? 'organization' : 'organizations'}, as of ${made_at}, of a host ${host}`)
  },
})
