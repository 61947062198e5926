// The public surface of the SDK, a subpath a file: node infra/scripts/docs/api-report.mjs
// Reads what `node infra/scripts/build.mjs` made. `sdk/api/docs/report` is compared in reviews, `sdk/api/docs` is read by authors.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/root.mjs'
import { renderApiPage } from './api-pages.mjs'

const SDK = join(root, 'sdk/api')
export const DOCS = join(SDK, 'docs')
/** Without `ui/mui`, which hands names of MUI on and has none of its own. */
export const SUBPATHS = ['contract', 'server', 'packaging', 'testing', 'testing/browser', 'ui', 'ui/auth']

/** A whole library that is handed on under a name; the extractor cannot follow it. */
const HANDED_ON = /^export \* as (\w+) from '([^.'][^']*)';\n/gm
const quiet = { default: { logLevel: 'none' } }

/** What a subpath offers: `{report, page}`, as they are to stand in `docs`. */
export function describeSubpath(subpath) {
  const dist = join(SDK, 'dist', subpath)
  const source = readFileSync(join(dist, 'index.d.ts'), 'utf8')
  const entry = join(dist, `index.report-${process.pid}.d.ts`)
  const out = mkdtempSync(join(tmpdir(), 'innoerp-api-'))
  try {
    writeFileSync(entry, source.replaceAll(HANDED_ON, ''))
    const { succeeded } = Extractor.invoke(configOf(entry, out), { localBuild: true, messageCallback: (message) => void (message.handled = true) })
    if (!succeeded) throw new Error(`API Extractor cannot read ${subpath}`)
    const handedOn = [...source.matchAll(HANDED_ON)].map(([, name, library]) => `Also \`${name}\`: all of \`${library}\`.\n`)
    const read = (name) => readFileSync(join(out, name), 'utf8').replaceAll('\r\n', '\n')
    return { report: [read('surface.api.md'), ...handedOn].join('\n'), page: [renderApiPage(subpath, JSON.parse(read('api.json'))), ...handedOn].join('\n') }
  } finally {
    rmSync(entry, { force: true })
    rmSync(out, { recursive: true, force: true })
  }
}

function configOf(entry, out) {
  const compilerOptions = { module: 'nodenext', moduleResolution: 'nodenext', target: 'es2023', lib: ['es2023', 'dom'], jsx: 'react-jsx', strict: true, skipLibCheck: true, types: ['node'] }
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(SDK, 'package.json'),
    configObject: {
      projectFolder: SDK,
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
      newlineKind: 'lf',
      apiReport: { enabled: true, reportFolder: out, reportTempFolder: join(out, 'temp'), reportFileName: 'surface.api.md' },
      docModel: { enabled: true, apiJsonFilePath: join(out, 'api.json') },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { compilerMessageReporting: quiet, extractorMessageReporting: quiet, tsdocMessageReporting: quiet },
    },
  })
}

/** Where the two files of a subpath stand. */
export const placesOf = (subpath) => ({ report: join(DOCS, 'report', `${subpath.replace('/', '-')}.api.md`), page: join(DOCS, `${subpath.replace('/', '-')}.md`) })

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(DOCS, 'report'), { recursive: true })
  for (const subpath of SUBPATHS) {
    const made = describeSubpath(subpath)
    const places = placesOf(subpath)
    for (const kind of ['report', 'page']) writeFileSync(places[kind], made[kind])
  }
}
