import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buildHost, type Host } from './app.js'
import { loadConfig, type Config } from './config/config.js'
import { markShown } from './config/secrets.js'
import { SettingsError } from './config/settings-error.js'

const DRAIN_MS = 12_000

/** Starts the host in the current directory and keeps it until SIGTERM or Ctrl-C; then drains and ends with 0. */
async function start(): Promise<void> {
  const config = readConfig(path.resolve('.innoerp'))
  const own = config.services?.own
  await mkdir(config.home, { recursive: true })
  const say = (line: string) => console.log(`  ${line}`)
  let host: Host | undefined
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), DRAIN_MS + (config.services?.drainSeconds ?? 0) * 1_000).unref()
    void (async () => {
      await host?.close()
      if (own === undefined) await rm(path.join(config.home, 'host.pid'), { force: true })
      process.exit(0)
    })()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  try {
    host = await buildHost(config, { plugins: path.resolve('plugins'), release: path.resolve('release'), servesPlatform: true, onProgress: say })
    if (own === undefined) await writeFile(path.join(config.home, 'host.pid'), `${process.pid}\n`)
    const port = await host.listen()
    if (own === undefined || own === 'gateway') greet(host, { config, port })
    else say(`the ${own} service is ready on port ${port}`)
    await markShown(config.home, host.secrets)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await host?.close().catch(() => {})
    process.exit(1)
  }
}

function readConfig(home: string): Config {
  try {
    return loadConfig(process.env, { home })
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exit(2)
  }
}

/** Where to go and with which accounts. A generated secret is shown once, at the start that made it. */
function greet({ secrets }: Host, { config, port }: { config: Config; port: number }): void {
  const at = (name: string) => config.publicUrl ?? `${config.isHttps ? 'https' : 'http'}://${name}:${port}`
  const isNew = (name: 'adminPassword' | 'registryToken') => secrets.unshown.includes(name)
  const kept = `kept in ${path.join(config.home, 'secrets.json')}`
  const lines = [
    '',
    '  innoERP is ready',
    '',
    `  Sign up a company   ${at(config.domain)}`,
    `  Work in it          ${at(`<subdomain>.${config.domain}`)}`,
    `  Super admin         ${at(`admin.${config.domain}`)}`,
    `    e-mail            ${secrets.adminEmail}`,
    isNew('adminPassword') ? `    password          ${secrets.adminPassword}` : `    its secret is ${kept}`,
    `  Module registry     ${at(config.domain)}/registry/`,
    ...(isNew('registryToken') ? [`    token             ${secrets.registryToken}`] : []),
    `  API                 ${at(config.domain)}/docs`,
    '',
  ]
  console.log(lines.join('\n'))
}

await start()
