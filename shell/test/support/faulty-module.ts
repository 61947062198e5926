import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What can go wrong; the page's `sessionStorage.fault` says what does. */
export type Fault = 'import' | 'import-hangs' | 'mount' | 'mount-hangs' | 'render' | 'widget' | 'search-hangs' | 'action'

const ENTRY = `
import { defineUi, PageFrame } from '@innoerp/sdk/ui'
import { createElement as h, useState } from 'react'
const fault = (kind) => sessionStorage.fault === kind
const fail = (kind) => { if (fault(kind)) throw new Error('Broken on purpose: ' + kind) }
const never = () => new Promise(() => {})

fail('import')
if (fault('import-hangs')) await never()

function Page() {
  fail('render')
  const [dead, setDead] = useState(false)
  if (dead) throw new Error('Broken on purpose: later')
  return h(PageFrame, { title: 'Fault lines' }, h('button', { onClick: () => setDead(true) }, 'Break it'))
}
function Widget() { fail('widget'); return h('p', null, 'The widget works') }
const Tab = ({ project_id }) => h('p', null, 'A tab of project ' + project_id)
function Action({ onClose, project_id = 'none' }) { fail('action'); return h('dialog', { open: true, 'aria-label': 'Acting' }, h('p', null, 'Acts on ' + project_id), h('button', { onClick: onClose }, 'Enough')) }
const search = (query) => fault('search-hangs') ? never() : Promise.resolve([{ id: 'f1', label: 'Found ' + query, path: '' }])
const part = (value) => () => Promise.resolve({ default: value })

const ui = defineUi({
  pages: { '': part(Page) },
  slots: { Widget: part(Widget), Tab: part(Tab), Action: part(Action), search: part(search) },
  locales: { en: () => Promise.resolve({}) },
})
export const { bootstrap, unmount, slots, locales } = ui
export const mount = (props) => fault('mount-hangs') ? never() : fault('mount') ? Promise.reject(new Error('Broken on purpose: mount')) : ui.mount(props)
`

const SERVER = `import { defineModule } from '@innoerp/sdk/server'\nexport default defineModule({ setup: () => ({ routes: async () => undefined }) })\n`

const MANIFEST = {
  id: 'faulty',
  name: 'Faulty',
  category: 'Core',
  icon: 'module',
  color: '#123456',
  sdk: '^1.0.0',
  permissions: { 'faulty.use': 'Use it' },
  navigation: [{ path: '', label: 'Fault lines' }],
  slots: {
    'dashboard.widgets': [{ component: 'Widget', label: 'Fault widget' }],
    'projects.project.tabs': [{ component: 'Tab', label: 'Fault tab' }],
    'projects.project.actions': [{ component: 'Action', label: 'Act on it' }],
    'palette.commands': [{ component: 'Action', label: 'Act from anywhere' }],
    'palette.search': [{ component: 'search' }],
  },
}

/** Writes the built package of a module that does wrong what it is told to; its folder, for a test host. */
export async function writeFaultyModule(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'innoerp-faulty-')), 'faulty')
  const build = path.join(folder, 'build')
  await mkdir(path.join(build, 'ui'), { recursive: true })
  await mkdir(path.join(build, 'migrations'))
  const hash = `sha384-${createHash('sha384').update(ENTRY).digest('base64')}`
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ name: '@innoerp/module-faulty', version: '1.0.0', license: 'Apache-2.0', type: 'module', innoerp: MANIFEST }),
    'build/server.js': SERVER,
    'build/ui.json': JSON.stringify({ entry: 'index.js', styles: [], files: { 'index.js': hash } }),
    'build/ui/index.js': ENTRY,
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  return folder
}
