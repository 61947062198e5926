import { resolve } from 'node:path'
import { CliError } from '../cli-error.js'
import { command, type Terminal } from '../command.js'
import type { Published } from '../validate/previous-version.js'
import type { Finding, Subject } from '../validate/subject.js'

export const validate = command({
  summary: 'Checks a module: manifest, routes, migrations, imports, size, and what its users would miss.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: { offline: { type: 'boolean', help: 'do not compare with what the registry has' } },
  async run(terminal, { argument = '.', values: { offline = false } }) {
    const { buildModule } = await import('../builder/build-module.js')
    const { source } = await buildModule(resolve(terminal.cwd, argument))
    const { inspect } = await import('../validate/inspect.js')
    const { findPublished } = await import('../validate/previous-version.js')
    const published = offline ? undefined : await findPublished(source, terminal)
    const subject: Subject = { source, inspection: await inspect(source.folder), previous: published?.previous }
    const failed = report(await checksOf(subject, published), terminal)
    const name = `${source.data.name}@${source.data.version}`
    if (failed > 0) throw new CliError(`${name} is not in order: ${failed} ${failed === 1 ? 'error' : 'errors'}.`)
    terminal.say(`${name} is in order.`)
  },
})

/** A check and what it found; a note says what a good result means. */
type Outcome = readonly [what: string, findings: readonly Finding[], note?: string]

async function checksOf(subject: Subject, published: Published | undefined): Promise<readonly Outcome[]> {
  const [{ checkManifest }, { checkRoutes }, { checkMigrations }, { checkBoundaries }, { checkBundle }, { checkCompatibility }] = await Promise.all([
    import('../validate/manifest-check.js'),
    import('../validate/routes-check.js'),
    import('../validate/migrations-check.js'),
    import('../validate/boundaries-check.js'),
    import('../validate/bundle-check.js'),
    import('../validate/compatibility-check.js'),
  ])
  const { routes, migrations } = subject.inspection
  return [
    ['manifest', await checkManifest(subject)],
    ['routes', checkRoutes(subject), `${routes.length} routes`],
    ['migrations', checkMigrations(subject), `${migrations.length} migrations, every table protected`],
    ['imports', await checkBoundaries(subject)],
    ['size', await checkBundle(subject)],
    ['compatibility', checkCompatibility(subject), noteOf(subject, published)],
  ]
}

function noteOf({ source, previous }: Subject, published: Published | undefined): string {
  if (published === undefined) return 'not compared'
  if (published.versions === undefined) return `not compared: ${published.registry.href} does not answer`
  if (published.versions.includes(source.data.version)) return `${source.data.version} is published already; raise the version before you publish`
  return previous ? `compared with ${previous.manifest.version}` : 'nothing was published before'
}

/** Says what was found; gives the number of errors. */
function report(outcomes: readonly Outcome[], { say, complain }: Terminal): number {
  for (const [what, findings, note] of outcomes) {
    const errors = findings.filter(({ severity }) => severity === 'error')
    say(`${errors.length > 0 ? '✗' : '✓'} ${what}${note && errors.length === 0 ? `: ${note}` : ''}`)
    for (const { severity, message } of findings) (severity === 'error' ? complain : say)(`  ${severity}: ${message}`)
  }
  return outcomes.flatMap(([, findings]) => findings).filter(({ severity }) => severity === 'error').length
}
