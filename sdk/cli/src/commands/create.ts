import { relative, resolve } from 'node:path'
import { CliError, EXIT } from '../cli-error.js'
import { command, type Terminal } from '../command.js'
import { checkoutAround } from '../create/checkout.js'
import { checkedId, checkedNames, suggestedNames, type ModuleNames } from '../create/module-names.js'
import { platformRanges } from '../create/platform-ranges.js'
import { writeService } from '../create/service.js'
import { writeModule } from '../create/template.js'
import { DEFAULT_REGISTRY, registryUrl } from '../registry-url.js'

interface Given {
  title?: string | undefined
  color?: string | undefined
  icon?: string | undefined
}

export const create = command({
  summary: 'Makes a new module: a small one that works as it stands, in a folder of its own.',
  argument: { name: 'name', help: 'name of the module and its folder, such as site-diary' },
  options: {
    title: { type: 'string', help: 'what people read (made of the name)' },
    color: { type: 'string', help: 'such as #6b4eff (one that goes with the name)' },
    icon: { type: 'string', help: 'such as notes, tasks or truck (notes)' },
    yes: { type: 'boolean', help: 'ask nothing' },
    service: { type: 'string', help: 'instead of a module, a service of core of this name, in a checkout' },
  },
  async run(terminal, { argument, values: { yes = false, service, ...given } }) {
    if (service !== undefined) return createService(terminal, checkedId(service))
    if (argument === undefined) throw new CliError('What is the module to be called? innoerp create site-diary', { exitCode: EXIT.usage })
    const id = checkedId(argument)
    const folder = resolve(terminal.cwd, id)
    const names = checkedNames(await chosenNames(id, given, yes ? { ...terminal, ask: undefined } : terminal))
    const isInside = (await checkoutAround(terminal.cwd)) !== undefined
    const registry = isInside ? undefined : registryUrl(terminal.env.INNOERP_REGISTRY_URL ?? DEFAULT_REGISTRY)
    await writeModule(folder, { names, registry, ranges: await platformRanges(registry) })
    terminal.say(`${names.title}: a module in ${folder}. Go on with`)
    for (const line of [`cd ${relative(terminal.cwd, folder)}`, ...(isInside ? [] : ['npm install']), 'npm test']) terminal.say(`  ${line}`)
  },
})

async function createService({ cwd, say }: Terminal, id: string): Promise<void> {
  const checkout = await checkoutAround(cwd)
  if (checkout === undefined) throw new CliError('A service is a part of core: run this in a checkout of the platform.', { exitCode: EXIT.usage })
  const { files, left } = await writeService(checkout, id)
  for (const file of files) say(relative(cwd, file))
  for (const { file, beside, line } of left) say(`Write into ${file}, before ${beside}…\n  ${line}`)
  say('Then: node infra/scripts/docs/error-page.mjs')
}

/** What was given, else what a person answers, else what goes with the id. */
async function chosenNames(id: string, given: Given, { ask }: Terminal): Promise<ModuleNames> {
  const names = suggestedNames(id)
  const choose = (question: string, value: string | undefined, suggestion: string) => value ?? ask?.(question, suggestion) ?? suggestion
  return {
    ...names,
    title: await choose('What do people call it?', given.title, names.title),
    color: await choose('Its colour?', given.color, names.color),
    icon: await choose('Its icon?', given.icon, names.icon),
  }
}
