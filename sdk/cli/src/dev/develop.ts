import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { begin, type DevelopOptions } from './begin.js'

/**
 * Shows a module while it is written, until somebody ends it; then ends everything that it began, in the order of its opposite.
 * @throws CliError where it cannot begin, or the host ends by itself
 */
export async function develop(options: DevelopOptions, terminal: Terminal): Promise<void> {
  let isOver = false
  const over = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true
      resolve()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
  const endings: (() => unknown)[] = []
  try {
    const host = await begin(options, terminal, (end) => endings.push(end))
    await Promise.race([over, host.ended])
    if (!isOver) throw new CliError('The host has ended.')
  } catch (error) {
    // Who ends it while it starts gets no complaint about that.
    if (!isOver) throw error
  } finally {
    for (const end of endings.reverse()) await end()
  }
}
