// Writes core/docs/errors.md from the error tables in the sources: node infra/scripts/docs/error-page.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/root.mjs'

export const PAGE = join(root, 'core/docs/errors.md')
const FOLDERS = ['sdk/api/src', 'core/src', 'registry/src', 'plugins']
const TABLE = /^(?:export )?const \w+ = errorTable\('([A-Z]+)', \{\n([\s\S]*?)\n\}\)/m
const ROW = /^ {2}([A-Z_]+): \[\s*'([a-z_]+)',\s*(['"`])([\s\S]*?)\3,?\s*\]/gm

/** kind → status, as the contract has it. */
function statuses() {
  const source = readFileSync(join(root, 'sdk/api/src/contract/errors.ts'), 'utf8')
  return Object.fromEntries([...source.matchAll(/^ {2}([a-z_]+): \[(\d{3}), '/gm)].map(([, kind, status]) => [kind, status]))
}

const SHARED = /\.\.\.IMPORT_ERRORS/
const IMPORT_ERRORS = /IMPORT_ERRORS = \{\n([\s\S]*?)\n\}/

/** The text of a table's rows, with those that all imports share. */
function rowsOf(body) {
  if (!SHARED.test(body)) return body
  return `${body}\n${IMPORT_ERRORS.exec(readFileSync(join(root, 'sdk/api/src/server/import/import-errors.ts'), 'utf8'))[1]}`
}

/** Every error table: `{file, prefix, rows: [{code, status, text}]}`. */
export function errorTables() {
  const status = statuses()
  const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).filter((file) => /(?<!\.test)\.ts$/.test(file) && !/node_modules|dist\/|build\//.test(file)).map((file) => join(folder, file)))
  return files
    .flatMap((file) => {
      const [, prefix, body] = TABLE.exec(readFileSync(join(root, file), 'utf8')) ?? []
      if (!prefix) return []
      const rows = [...rowsOf(body).matchAll(ROW)].map(([, name, kind, , text]) => ({ code: `${prefix}_${name}`, status: status[kind], text }))
      return [{ file, prefix, rows }]
    })
    .sort((a, b) => a.prefix.localeCompare(b.prefix))
}

export function renderPage(tables) {
  const parts = tables.map(({ file, prefix, rows }) => `## ${prefix}\n\nDeclared in \`${file}\`.\n\n| code | status | message |\n| --- | --- | --- |\n${rows.map(({ code, status, text }) => `| \`${code}\` | ${status} | ${text.replaceAll('|', '\\|')} |`).join('\n')}\n`)
  return `# Errors\n\nEvery error answers \`{detail:{error,message,code,details?,request_id}}\`. \`error\` is the title of the status, \`code\` is stable and meant for programs, \`message\` is meant for people. Words in braces are filled in. This page is written from the tables in the sources by \`node infra/scripts/docs/error-page.mjs\`, and a test fails when it is behind them.\n\n${parts.join('\n')}`
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, renderPage(errorTables()))
