import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { readModule } from '../../builder/module-source.js'
import { CliError, EXIT } from '../../cli-error.js'
import { command } from '../../command.js'

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const make = command({
  summary: 'Drafts a migration: the tables and columns that the records of src/shared have and the migrations do not make.',
  argument: { name: 'name', help: 'name of the file, after its number (made of what it adds)' },
  options: { print: { type: 'boolean', help: 'only show it' } },
  async run({ cwd, say }, { argument, values: { print = false } }) {
    if (argument !== undefined && !NAME.test(argument)) throw new CliError(`${JSON.stringify(argument)} cannot name a migration: lower case letters, digits and dashes.`, { exitCode: EXIT.usage })
    const [{ readPlan }, { draftOf, leftOver }] = await Promise.all([import('../../migrate/read-plan.js'), import('../../migrate/draft.js')])
    const source = await readModule(cwd)
    const plan = await readPlan(source)
    for (const column of leftOver(plan)) say(`${column} is in no record: when no version reads it any more, the contract phase of a migration takes it away.`)
    const draft = draftOf(plan)
    if (!draft) return say('The migrations make all that the records have.')
    if (print) return say(draft.code)
    const file = join(cwd, 'migrations', `${nextNumber(source.migrations)}-${argument ?? draft.about}.ts`)
    await mkdir(join(cwd, 'migrations'), { recursive: true })
    await writeFile(file, draft.code, { flag: 'wx' })
    for (const [table, columns] of Object.entries(draft.adds)) say(`${table}: ${columns.join(', ')}`)
    say(`Drafted ${relative(cwd, file)}: read it, it is yours from here.`)
  },
})

function nextNumber(migrations: readonly string[]): string {
  const last = Number(basename(migrations.at(-1) ?? '0000').slice(0, 4))
  return String(last + 1).padStart(4, '0')
}
