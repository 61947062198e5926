import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../../scripts/lib/run.mjs'
import { NotHere } from '../lib/not-here.mjs'
import { fetched, onPath } from '../lib/tools.mjs'

export const VERSION = '4.4.0'

/**
 * The broker's published artefacts, in the cache.
 * @param {string} cache the engine's place in the cache; another version stands beside it
 * @returns the class path
 * @throws NotHere without Java 17 or Maven, or where Maven cannot fetch
 */
export async function classPath(cache) {
  const home = `${cache}-${VERSION}`
  if (!existsSync(home)) await fetch(home)
  return join(home, 'lib', '*')
}

async function fetch(home) {
  for (const tool of ['java', 'mvn']) if (!onPath(tool)) throw new NotHere(`${tool} is not on PATH; Java 17 and Maven fetch and run the broker (Debian: apt-get install openjdk-17-jre-headless maven)`)
  mkdirSync(dirname(home), { recursive: true })
  // Made beside and renamed, so that a home that is there is whole.
  const draft = mkdtempSync(`${home}-draft-`)
  try {
    const copy = ['-q', '-B', '-ntp', '-f', join(import.meta.dirname, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(draft, 'lib')}`]
    await fetched(`fetching Kafka ${VERSION} (mvn)`, () => run('mvn', copy))
    if (!existsSync(home)) renameSync(draft, home)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
