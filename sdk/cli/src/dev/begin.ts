import { basePathOf } from '@innoerp/sdk/contract'
import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readModule } from '../builder/module-source.js'
import type { Terminal } from '../command.js'
import { checkoutAround } from '../create/checkout.js'
import { DEMO } from './addresses.js'
import { signInAdmin } from './admin.js'
import { installBeside } from './beside.js'
import { assignModules, openDemo } from './demo.js'
import { answerWith, closeServer, listen } from './front.js'
import { openHome, type Accounts } from './home.js'
import { startHost, type HostChild } from './host-child.js'
import { librariesOf } from './libraries.js'
import { oneAtATime } from './one-at-a-time.js'
import { concernsServer, isMigration, servePages } from './pages.js'
import { createReload } from './reload.js'

export interface DevelopOptions {
  folder: string
  /** The shell's; 0 takes a free one. */
  port: number
  /** Ids of modules to have beside those that the manifest requires. */
  beside: readonly string[]
}

const MIGRATION_CHANGED = '  ! A migration that has run is not run again by itself; `innoerp migrate down` and `innoerp migrate up` do that.'
/** The watcher tells no second change of a file within 50 ms, such as a formatter's. */
const LATE_MS = 100

/** Notes what is to be ended, the last first. */
type Later = (end: () => unknown) => void

/** Starts everything, and says where it is once it serves. */
export async function begin(options: DevelopOptions, terminal: Terminal, later: Later): Promise<HostChild> {
  const { folder } = options
  const source = await readModule(folder)
  const { id, name, requires = {} } = source.data.innoerp
  const { say, complain } = terminal
  const home = await openHome(folder)
  const staging = join(home.folder, 'dev')
  const server = await listen(options.port)
  later(() => closeServer(server))
  const { port } = server.address() as AddressInfo
  const pages = await servePages({ folder, cache: staging, server, say, complain })
  later(() => pages.close())
  say(`  starting a host for ${name} …`)
  const host = await startHost({ terminal, home, folder, cwd: (await checkoutAround(folder)) ?? home.folder, publicUrl: `http://localhost:${port}` })
  later(() => host.stop())

  const { accounts } = home
  const admin = await signInAdmin(terminal, { port: host.port, accounts })
  later(() => admin.close())
  const organization = await openDemo(host.port, accounts)
  const own = { port: host.port, token: accounts.registryToken }
  const key = createPrivateKey(await readFile(join(home.folder, 'keys/development.pem')))
  const wanted = [...new Set([...Object.keys(requires), ...options.beside])]
  const beside = await installBeside(wanted, { terminal, source, host: admin.client(), own, key, staging })

  const reload = createReload({ folder, staging, key, target: () => ({ host: admin.client(), registry: own, id }), say, complain })
  const refresh = async () => {
    if (await reload()) await assignModules(admin.client(), organization, [...beside, id])
  }
  await refresh()
  const ask = oneAtATime(refresh)
  pages.watcher.on('all', (what, file) => {
    if (!concernsServer(folder, file)) return
    if (what === 'change' && isMigration(folder, file)) complain(MIGRATION_CHANGED)
    ask()
    setTimeout(ask, LATE_MS).unref()
  })
  answerWith(server, { pages, libraries: await librariesOf(folder), hostPort: host.port, accounts, page: basePathOf(id) })
  greet(terminal, { name, port, accounts })
  return host
}

function greet({ say }: Terminal, { name, port, accounts }: { name: string; port: number; accounts: Accounts }): void {
  const lines = [
    '',
    `  ${name} is ready`,
    '',
    `  Open it       http://${DEMO}.localhost:${port}/   which signs you in as`,
    `    e-mail      ${accounts.ownerEmail}`,
    `    password    ${accounts.ownerPassword}`,
    `  Super admin   http://admin.localhost:${port}/`,
    `    e-mail      ${accounts.adminEmail}`,
    `    password    ${accounts.adminPassword}`,
    '',
    '  What you save is shown at once. Ctrl-C ends it; data stays in .innoerp.',
    '',
  ]
  say(lines.join('\n'))
}
