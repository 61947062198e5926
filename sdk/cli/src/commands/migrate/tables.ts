import { CliError, EXIT } from '../../cli-error.js'
import { command, type Terminal } from '../../command.js'
import { withTables, type Tables } from '../../migrate/open-tables.js'

const WHERE = 'in the database of DATABASE_URL, else of the host that runs in INNOERP_HOME'

export const up = command({
  summary: `Runs the migrations that have not run, ${WHERE}.`,
  options: {},
  run: (terminal) =>
    withTables(terminal, async (tables) => {
      const steps = await tables.up()
      for (const { file, phase } of steps) terminal.say(`✓ ${file} ${phase}`)
      if (steps.length === 0) terminal.say('Nothing is missing.')
    }),
})

export const down = command({
  summary: `Takes the newest migration back, ${WHERE}. Rows go with their tables.`,
  options: {
    steps: { type: 'string', help: 'how many (1)' },
    yes: { type: 'boolean', help: 'also where there are rows' },
  },
  run: async (terminal, { values: { steps = '1', yes = false } }) => {
    if (!/^[1-9]\d{0,3}$/.test(steps)) throw new CliError(`--steps ${steps} is no number of migrations.`, { exitCode: EXIT.usage })
    await withTables(terminal, async (tables) => {
      if (!yes) await refuseToLoseRows(tables, terminal)
      const files = await tables.down(Number(steps))
      for (const file of files) terminal.say(`✓ ${file} down`)
      if (files.length === 0) terminal.say('Nothing has run.')
    })
  },
})

async function refuseToLoseRows(tables: Tables, { ask }: Terminal): Promise<void> {
  const details = Object.entries(await tables.rows()).filter(([, count]) => count > 0).map(([table, count]) => `${table}: ${count} ${count === 1 ? 'row' : 'rows'}`)
  if (details.length === 0) return
  const answer = await ask?.(`${details.join(', ')}. Take the migration back all the same?`, 'no')
  if (answer !== 'yes') throw new CliError('There are rows in the tables of this module. With --yes they are lost.', { details })
}

export const status = command({
  summary: `Shows which migrations have run ${WHERE}.`,
  options: {},
  run: (terminal) =>
    withTables(terminal, async (tables) => {
      for (const { file, isUp } of await tables.status()) terminal.say(`${isUp ? '✓' : '·'} ${file}${isUp ? '' : ' has not run'}`)
    }),
})
