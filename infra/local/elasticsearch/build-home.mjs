import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../scripts/lib/run.mjs'
import { NotHere } from '../lib/not-here.mjs'
import { fetched, onPath } from '../lib/tools.mjs'

export const VERSION = '8.11.0'
const SOURCES = import.meta.dirname
const PARTS = ['pom.xml', 'LocalNode.java', 'RootPlugin.java', 'log4j2.properties']
/** What stands under `modules/`, each with the class that the server loads. */
const MODULES = { 'transport-netty4': 'org.elasticsearch.transport.netty4.Netty4Plugin', 'local-root': 'local.RootPlugin' }

/**
 * The home of a node, made in the cache of the server's published artefacts and the sources beside this file.
 * @returns the folder
 * @throws NotHere without a JDK or Maven, or where Maven cannot fetch
 */
export async function builtHome(cache) {
  const home = join(cache, `${VERSION}-${digestOfSources()}`)
  if (existsSync(home)) return home
  for (const tool of ['java', 'javac', 'jar', 'mvn']) if (!onPath(tool)) throw new NotHere(`${tool} is not on PATH; a JDK 17 and Maven make the node (Debian: apt-get install openjdk-17-jdk-headless maven)`)
  mkdirSync(cache, { recursive: true })
  // Made beside and renamed, so that a home that is there is whole.
  const draft = mkdtempSync(join(cache, 'draft-'))
  try {
    await fetched(`fetching Elasticsearch ${VERSION} (mvn)`, () => fetchLibraries(draft))
    await fetched('compiling what starts it (javac)', () => compile(draft))
    if (!existsSync(home)) renameSync(draft, home)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return home
}

const digestOfSources = () => PARTS.reduce((hash, file) => hash.update(readFileSync(join(SOURCES, file))), createHash('sha256')).digest('hex').slice(0, 8)

/** The transport stands in a folder of its own: the server loads it as a module of its, with its own class loader. */
async function fetchLibraries(home) {
  const transport = join(home, 'modules/transport-netty4')
  const copy = (folder, ...filters) => run('mvn', ['-q', '-B', '-ntp', '-f', join(SOURCES, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`, ...filters])
  await copy(join(home, 'lib'), '-DexcludeGroupIds=io.netty', '-DexcludeArtifactIds=transport-netty4')
  await copy(transport, '-DincludeGroupIds=io.netty')
  await copy(transport, '-DincludeArtifactIds=transport-netty4')
}

async function compile(home) {
  const classpath = readdirSync(join(home, 'lib')).map((file) => join(home, 'lib', file)).join(':')
  const classes = join(home, 'classes')
  for (const [name, classname] of Object.entries(MODULES)) describe(join(home, 'modules', name), { name, classname })
  await run('javac', ['-nowarn', '-cp', classpath, '-d', classes, join(SOURCES, 'RootPlugin.java')])
  await run('jar', ['cf', join(home, 'modules/local-root/local-root.jar'), '-C', classes, '.'])
  await run('javac', ['-nowarn', '-cp', classpath, '-d', join(home, 'launch'), join(SOURCES, 'LocalNode.java')])
  rmSync(classes, { recursive: true })
  mkdirSync(join(home, 'config'))
  copyFileSync(join(SOURCES, 'log4j2.properties'), join(home, 'config/log4j2.properties'))
}

function describe(folder, { name, classname }) {
  mkdirSync(folder, { recursive: true })
  const lines = { name, description: name, version: VERSION, 'elasticsearch.version': VERSION, 'java.version': 17, classname }
  writeFileSync(join(folder, 'plugin-descriptor.properties'), Object.entries(lines).map(([key, value]) => `${key}=${value}\n`).join(''))
}
