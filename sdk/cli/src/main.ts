import { isDomainError } from '@innoerp/sdk/contract'
import { CliError, EXIT } from './cli-error.js'
import type { Command, Terminal } from './command.js'
import { askAtTerminal } from './ask.js'
import { build } from './commands/build.js'
import { create } from './commands/create.js'
import { dev } from './commands/dev.js'
import { doctor } from './commands/doctor.js'
import { keysCreate } from './commands/keys-create.js'
import { make } from './commands/migrate/make.js'
import { down, status, up } from './commands/migrate/tables.js'
import { publish } from './commands/publish.js'
import { sign } from './commands/sign.js'
import { backup, restore } from './commands/operate/backup.js'
import { databaseMigrate } from './commands/operate/migrate.js'
import { secretsRotate } from './commands/operate/rotate.js'
import { MODULE_COMMANDS } from './commands/module/module-commands.js'
import { start } from './commands/start.js'
import { test } from './commands/test.js'
import { validate } from './commands/validate.js'

const COMMANDS: Readonly<Record<string, Command>> = {
  create,
  dev,
  build,
  'migrate make': make,
  'migrate up': up,
  'migrate down': down,
  'migrate status': status,
  validate,
  test,
  sign,
  publish,
  start,
  'database migrate': databaseMigrate,
  backup,
  restore,
  'secrets rotate': secretsRotate,
  'keys create': keysCreate,
  doctor,
  ...MODULE_COMMANDS,
}

const ownTerminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  ask: askAtTerminal,
}

/**
 * Runs the command that `args` name.
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage
 */
export async function main(args: readonly string[], terminal: Terminal = ownTerminal): Promise<number> {
  try {
    await dispatch(terminal, args)
    return EXIT.ok
  } catch (error) {
    if (!(error instanceof CliError) && !isDomainError(error)) throw error
    terminal.complain(`innoerp: ${error.message}`)
    for (const detail of error instanceof CliError ? error.details : []) terminal.complain(`  ${detail}`)
    return error instanceof CliError ? error.exitCode : EXIT.failed
  }
}

async function dispatch(terminal: Terminal, args: readonly string[]): Promise<void> {
  const name = Object.keys(COMMANDS).find((words) => args.slice(0, words.split(' ').length).join(' ') === words)
  const found = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined || found === undefined) {
    if (args.length > 0 && !isHelp(args[0])) throw new CliError(`There is no command ${JSON.stringify(args[0])}.`, { details: overview(), exitCode: EXIT.usage })
    for (const line of overview()) terminal.say(line)
    return
  }
  const rest = args.slice(name.split(' ').length)
  if (rest.some(isHelp)) terminal.say(found.help(name))
  else await found.run(terminal, rest)
}

const isHelp = (arg: string | undefined) => arg === '--help' || arg === '-h' || arg === 'help'

function overview(): string[] {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return ['Usage: innoerp COMMAND [--help]', '', ...rows]
}
