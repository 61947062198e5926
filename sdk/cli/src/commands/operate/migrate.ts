import { command } from '../../command.js'
import { operate } from './operations.js'

export const databaseMigrate = command({
  summary: 'Brings roles and core’s tables of the host’s database up to date and ends, before the first of several hosts starts.',
  options: {},
  run: async (terminal) => {
    const steps = await operate(terminal, ({ migrate }, env, place) => migrate(env, place))
    terminal.say(`✓ ${steps.length} steps, up to ${steps.at(-1)}`)
  },
})
