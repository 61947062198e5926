import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const json = (value) => JSON.stringify(value)
const module = (id, more = {}) => json({ name: `@innoerp/module-${id}`, exports: { './shared': './shared.js' }, innoerp: { id, ...more }, devDependencies: { '@innoerp/sdk': '1.0.0' } })

const PACKAGES = {
  'package.json': json({ workspaces: ['sdk/api', 'sdk/cli', 'registry', 'core', 'shell', 'plugins/*'], devDependencies: { vitest: '1.0.0' } }),
  'sdk/api/package.json': json({
    name: '@innoerp/sdk',
    exports: { './contract': './c.js', './server': './s.js', './ui': './u.js', './ui/kit.css': './k.css', './testing': './t.js' },
    dependencies: { uuid: '1.0.0' },
    peerDependencies: { '@innoerp/core': '1.0.0' },
  }),
  'sdk/cli/package.json': json({ name: '@innoerp/cli', dependencies: { '@innoerp/sdk': '1.0.0' } }),
  'registry/package.json': json({ name: '@innoerp/registry', exports: { '.': './r.js' }, dependencies: { '@innoerp/sdk': '1.0.0' } }),
  'core/package.json': json({
    name: '@innoerp/core',
    exports: { '.': './app.js', './testing': './t.js' },
    dependencies: { '@innoerp/sdk': '1.0.0', '@innoerp/registry': '1.0.0' },
  }),
  'shell/package.json': json({ name: '@innoerp/shell', devDependencies: { '@innoerp/sdk': '1.0.0' } }),
  'plugins/notes/package.json': module('notes', { requires: { board: { range: '^1.0.0' } } }),
  'plugins/board/package.json': module('board'),
}

/** A workspace like ours, with the given files in it; `remove` takes it away. */
export function plant(files) {
  const root = mkdtempSync(join(tmpdir(), 'innoerp-planted-'))
  for (const [path, content] of Object.entries({ ...PACKAGES, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
