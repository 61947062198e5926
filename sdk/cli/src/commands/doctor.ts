import { CliError } from '../cli-error.js'
import { command } from '../command.js'
import { checkKey, checkModule } from '../doctor/author.js'
import type { Diagnosis } from '../doctor/finding.js'
import { checkNode, checkNpm, checkPort } from '../doctor/machine.js'
import { checkHost, checkRegistry } from '../doctor/platform.js'

export const doctor = command({
  summary: 'Looks at what a module’s author needs: Node.js, registry, token, host, key, SDK, port; and says what to do.',
  options: {},
  async run(terminal) {
    const [npm, registry, host, key, module, port] = await Promise.all([
      checkNpm(terminal),
      checkRegistry(terminal),
      checkHost(terminal),
      checkKey(terminal),
      checkModule(terminal),
      checkPort(),
    ])
    const all = [checkNode(), npm, ...registry, host, key, ...module, port]
    for (const diagnosis of all) terminal.say(lineOf(diagnosis))
    if (all.some(({ state }) => state === 'fail')) throw new CliError('Not everything is in order.')
  },
})

const lineOf = ({ state, what, found, remedy }: Diagnosis) => `${state.padEnd(4)}  ${what}: ${found}${remedy ? `. ${remedy}` : ''}`
