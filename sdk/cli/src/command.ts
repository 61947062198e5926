import { parseArgs, type ParseArgsConfig } from 'node:util'
import { CliError, EXIT } from './cli-error.js'

type Options = Record<string, { type: 'string' | 'boolean'; help: string }>
type Values<O extends Options> = { [K in keyof O]?: O[K]['type'] extends 'string' ? string : boolean }

/** Where a command works and what it may say; tests give their own. */
export interface Terminal {
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  say(line: string): void
  complain(line: string): void
  /** Asks a person and gives the answer or the suggestion; undefined where nobody is there to answer. */
  ask?: ((question: string, suggestion: string) => Promise<string>) | undefined
}

export interface Command {
  summary: string
  /** The whole help text. */
  help(name: string): string
  run(terminal: Terminal, args: readonly string[]): Promise<void>
}

interface Declaration<O extends Options> {
  summary: string
  /** The argument as the help names it; without one, the command takes none. */
  argument?: { name: string; help: string }
  options: O
  run(terminal: Terminal, input: { argument: string | undefined; values: Values<O> }): Promise<void>
}

/** Declares a command with its arguments, from which parsing, checks and help are made. */
export function command<const O extends Options>(declaration: Declaration<O>): Command {
  return {
    summary: declaration.summary,
    help: (name) => helpOf(name, declaration),
    async run(terminal, args) {
      const { values, positionals } = parse(args, declaration.options)
      const allowed = declaration.argument ? 1 : 0
      if (positionals.length > allowed) throw new CliError(`Unexpected argument: ${positionals[allowed]}`, { exitCode: EXIT.usage })
      await declaration.run(terminal, { argument: positionals[0], values: values as Values<O> })
    },
  }
}

function parse(args: readonly string[], options: Options) {
  const config: ParseArgsConfig = { args: [...args], options, allowPositionals: true, strict: true }
  try {
    return parseArgs(config)
  } catch (error) {
    throw new CliError((error as Error).message, { exitCode: EXIT.usage })
  }
}

function helpOf<O extends Options>(name: string, { summary, argument, options }: Declaration<O>): string {
  const rows = Object.entries(options).map(([key, { type, help }]) => [`--${key}${type === 'string' ? ` ${key.toUpperCase()}` : ''}`, help] as const)
  const all = argument ? [[argument.name, argument.help] as const, ...rows] : rows
  const width = Math.max(0, ...all.map(([left]) => left.length))
  const usage = `Usage: innoerp ${name}${argument ? ` [${argument.name}]` : ''}${rows.length > 0 ? ' [options]' : ''}`
  return [usage, '', summary, ...(all.length > 0 ? [''] : []), ...all.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`)].join('\n')
}
