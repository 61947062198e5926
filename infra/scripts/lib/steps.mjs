import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { root } from './root.mjs'

const CONTRACT = 'sdk/api/src/contract'
const SHARED_LIBRARIES = 'sdk/config/shared-libraries.js'

const packageInputs = (folder) => ['src', 'package.json', 'tsconfig.json'].map((name) => `${folder}/${name}`)

/** Everything that the checkout builds. A step runs after those that it names; it is skipped while its inputs are as they were. */
export function stepsOf() {
  const modules = readdirSync(join(root, 'plugins')).filter((id) => existsSync(join(root, 'plugins', id, 'package.json')))
  return [
    {
      name: 'packages',
      inputs: [
        'infra/scripts/tsconfig.json',
        'sdk/config/tsconfig',
        ...['sdk/api', 'sdk/cli', 'registry', 'core'].flatMap(packageInputs),
        'sdk/api/tsconfig.node.json',
        'sdk/api/tsconfig.ui.json',
      ],
      outputs: ['sdk/api/dist/server/index.js', 'sdk/api/dist/ui/index.js', 'sdk/cli/dist/main.js', 'registry/dist/index.js', 'core/dist/main.js'],
      after: [],
    },
    { name: 'assets', inputs: ['sdk/api/src/ui/styles', 'core/src', 'registry/src'], outputs: ['sdk/api/dist/ui/kit.css', 'sdk/api/dist/ui/data.css', 'sdk/api/dist/ui/tokens.css'], after: [] },
    {
      name: 'shell',
      inputs: ['shell/build.mjs', 'shell/tools', 'shell/src', 'shell/package.json', 'sdk/api/src/ui', CONTRACT, SHARED_LIBRARIES],
      outputs: ['shell/dist/manifest.json'],
      after: ['packages', 'assets'],
    },
    ...modules.map((id) => ({
      name: `module ${id}`,
      folder: `plugins/${id}`,
      inputs: [`plugins/${id}/package.json`, `plugins/${id}/src`, `plugins/${id}/migrations`, 'sdk/cli/src', CONTRACT, SHARED_LIBRARIES],
      outputs: [`plugins/${id}/build/server.js`],
      after: ['packages'],
    })),
  ]
}

const cache = join(root, 'node_modules/.cache/innoerp')
/** Where a step's stamp lies: what its inputs were when it last succeeded. It goes with node_modules, as new libraries may build otherwise. */
export const stampFile = (name) => join(cache, `${name.replace(' ', '-')}.stamp`)

/** What the inputs of a step are now. */
export const stateOf = ({ inputs }) => fingerprint(root, inputs)

export const hasOutputs = ({ outputs }) => outputs.every((path) => existsSync(join(root, path)))

export const isFresh = (step) => hasOutputs(step) && readOr(stampFile(step.name)) === stateOf(step)

/** Whether the installed libraries are those of the lock file, as far as its size and time tell. */
export const isInstalled = () => readOr(stampFile('install')) === lockState()

export const lockState = () => fingerprint(root, ['package-lock.json'])

function readOr(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
