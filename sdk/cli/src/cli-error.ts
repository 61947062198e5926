export const EXIT = { ok: 0, failed: 1, usage: 2 } as const

/** What a person can act on: it is shown as it is, without a stack trace, and ends the command with `exitCode`. */
export class CliError extends Error {
  readonly details: readonly string[]
  readonly exitCode: number

  constructor(message: string, { details = [], exitCode = EXIT.failed }: { details?: readonly string[]; exitCode?: number } = {}) {
    super(message)
    this.name = 'CliError'
    this.details = details
    this.exitCode = exitCode
  }
}
