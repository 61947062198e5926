// What the host needs to know to write a page: which files there are, their hashes, and which of them an entry starts with.
import { createHash } from 'node:crypto'
import { ENTRIES } from './build-pages.mjs'
import { FIRST_FACE } from './fonts.mjs'

const sri = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`
const contentOf = (file) => (file.type === 'chunk' ? file.code : file.source)
const isScript = (file) => file.fileName.endsWith('.js')

const integrityOf = (base, files) => Object.fromEntries(files.map((file) => [base + file.fileName, sri(contentOf(file))]))

/** Every file that must have arrived before `start` runs. */
function staticImports(start, importsOf) {
  const seen = new Set([start])
  for (const file of seen) for (const next of importsOf(file)) seen.add(next)
  return [...seen]
}

/** Answers what a file imports by its URL, through the import map where it says a library's name. */
function importGraph({ shared, pages, imports }) {
  const graph = new Map()
  const add = (base, files) => {
    for (const { type, fileName, imports: names } of files) {
      if (type === 'chunk') graph.set(base + fileName, names.map((name) => imports[name] ?? base + name))
    }
  }
  add('/shared/', shared.output)
  add('/shell/', pages)
  return (url) => graph.get(url) ?? []
}

function stylesheet(pages, name) {
  const file = pages.find((one) => one.type === 'asset' && one.names.includes(`${name}.css`))
  if (!file) throw new Error(`The build made no ${name}.css`)
  return { href: `/shell/${file.fileName}`, integrity: sri(file.source) }
}

function entry(name, { pages, importsOf }) {
  const chunk = pages.find((one) => one.type === 'chunk' && one.isEntry && one.name === name)
  const js = `/shell/${chunk.fileName}`
  const css = [...(chunk.viteMetadata?.importedCss ?? [])]
  return {
    js,
    integrity: sri(chunk.code),
    css: css.map((fileName) => ({ href: `/shell/${fileName}`, integrity: sri(pages.find((one) => one.fileName === fileName).source) })),
    preload: staticImports(js, importsOf).filter((url) => url !== js),
  }
}

const fontOf = ({ fileName }) => ({ href: `/shell/${fileName}`, preload: fileName.startsWith(`${FIRST_FACE}-`) && !fileName.includes('extended') })

/** The content of dist/manifest.json. */
export function describe({ shared, pages }) {
  const imports = Object.fromEntries(Object.entries(shared.files).map(([id, fileName]) => [id, `/shared/${fileName}`]))
  const importsOf = importGraph({ shared, pages, imports })
  return {
    shared: { imports, integrity: integrityOf('/shared/', shared.output.filter(isScript)) },
    entries: Object.fromEntries(Object.keys(ENTRIES).map((name) => [name, entry(name, { pages, importsOf })])),
    integrity: integrityOf('/shell/', pages.filter(isScript)),
    tokens: stylesheet(pages, 'tokens'),
    kit: stylesheet(pages, 'kit'),
    fonts: pages.filter(({ fileName }) => fileName.endsWith('.woff2')).map(fontOf),
  }
}
