// Who may import whom. The first area whose pattern a file's path matches is the file's; $1 is what the pattern's group matched.
//   own       folders of the same package that its files may reach by relative imports
//   repo      what it may import of the other packages
//   lazily    what it may import with import('…') alone, so that it runs without it
//   outside   files of no package that its files may reach by relative imports
//   builtins  whether it may use Node's own modules

const CONTRACT = '@innoerp/sdk/contract'
const SERVER = '@innoerp/sdk/server'
const PACKAGING = '@innoerp/sdk/packaging'
const UI = ['@innoerp/sdk/ui', '@innoerp/sdk/ui/auth', '@innoerp/sdk/ui/mui', '@innoerp/sdk/ui/*.css']
const TESTING = ['@innoerp/sdk/testing', '@innoerp/core/testing']
const SHARED_LIBRARIES = '@innoerp/config/shared-libraries'
const ANY_SDK = '@innoerp/sdk/*'

/** Modules, and the template that new ones are made from. */
const MODULE = String.raw`^(plugins/[\w-]+|sdk/cli/templates/module)/`

export const AREAS = [
  {
    name: 'tests',
    files: /^(sdk\/\w+|\w+|plugins\/[\w-]+)\/(?:.*\.test\.\w+$|(?:.*\/)?test\/)/,
    own: ['$1'],
    outside: ['infra/local/start.mjs'],
    repo: [ANY_SDK, '@innoerp/cli', '@innoerp/registry', '@innoerp/core', '@innoerp/core/setting-names', '@innoerp/shell/*', SHARED_LIBRARIES, ...TESTING],
    builtins: true,
  },
  { name: 'sdk contract', files: /^sdk\/api\/src\/contract\//, own: ['sdk/api/src/contract'] },
  { name: 'sdk server', files: /^sdk\/api\/src\/server\//, own: ['sdk/api/src/server', 'sdk/api/src/contract'], builtins: true },
  {
    name: 'sdk packaging',
    files: /^sdk\/api\/src\/packaging\//,
    own: ['sdk/api/src/packaging', 'sdk/api/src/contract', 'sdk/api/src/server/manifest'],
    builtins: true,
  },
  { name: 'sdk ui', files: /^sdk\/api\/src\/ui\//, own: ['sdk/api/src/ui', 'sdk/api/src/contract'] },
  {
    name: 'sdk testing',
    files: /^sdk\/api\/src\/testing\//,
    own: ['sdk/api/src/testing', 'sdk/api/src/contract', 'sdk/api/src/server'],
    lazily: ['@innoerp/core/testing'],
    builtins: true,
  },
  { name: 'module shared', files: new RegExp(`${MODULE}src/shared/`), own: ['$1/src/shared'], repo: [CONTRACT], contracts: true },
  {
    name: 'module ui',
    files: new RegExp(`${MODULE}src/ui/`),
    own: ['$1/src/ui', '$1/src/shared'],
    repo: [CONTRACT, ...UI],
    contracts: true,
  },
  {
    name: 'module server',
    files: new RegExp(`${MODULE}(?:src/server|migrations)/`),
    own: ['$1/src/server', '$1/src/shared', '$1/migrations'],
    repo: [CONTRACT, SERVER],
    contracts: true,
    builtins: true,
  },
  {
    name: 'sdk cli',
    files: /^sdk\/cli\//,
    own: ['sdk/cli'],
    // Of the server, types alone: a module is run with the SDK that it has itself.
    repo: [CONTRACT, PACKAGING, SERVER, SHARED_LIBRARIES],
    lazily: ['@innoerp/core/main', '@innoerp/core/module-tables'],
    builtins: true,
  },
  { name: 'sdk config', files: /^sdk\/config\//, own: ['sdk/config'] },
  { name: 'registry', files: /^registry\//, own: ['registry'], repo: [CONTRACT, SERVER], builtins: true },
  {
    name: 'core',
    files: /^core\//,
    own: ['core'],
    repo: [CONTRACT, SERVER, PACKAGING, '@innoerp/registry', '@innoerp/shell/*'],
    builtins: true,
  },
  { name: 'shell', files: /^shell\/src\//, own: ['shell/src'], repo: [CONTRACT, ...UI] },
  { name: 'shell build', files: /^shell\//, own: ['shell/tools', 'shell/build.mjs'], repo: [SHARED_LIBRARIES], builtins: true },
  { name: 'infra', files: /^infra\//, own: ['infra'], repo: [ANY_SDK, '@innoerp/cli', '@innoerp/registry', '@innoerp/core', '@innoerp/core/*', SHARED_LIBRARIES], builtins: true },
]

/** The area of a file with its placeholders filled in, or undefined where the table knows none. */
export function areaOf(path) {
  for (const area of AREAS) {
    const match = area.files.exec(path)
    if (match) return { ...area, own: area.own.map((folder) => folder.replace('$1', match[1])) }
  }
  return undefined
}
