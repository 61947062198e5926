// What the host needs to know to write a page: which files there are, their hashes, and which of them an entry starts with.
import { createHash } from 'node:crypto'
import { ENTRIES, MODULES_ENTRY } from './build-pages.mjs'
import { FIRST_FACE } from './fonts.mjs'

const sri = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`
const contentOf = (file) => (file.type === 'chunk' ? file.code : file.source)
const isScript = (file) => file.fileName.endsWith('.js')

const integrityOf = (base, files) => Object.fromEntries(files.map((file) => [base + file.fileName, sri(contentOf(file))]))

/** All files that `start` leads to; `follow` says which a file leads to. */
function reachable(start, follow) {
  const seen = new Set([start])
  for (const file of seen) for (const next of follow(file)) seen.add(next)
  return [...seen]
}

/** By URL: what a file needs before it runs and what it may load later, through the import map where it says a library's name. */
function importGraph({ shared, pages, imports }) {
  const graph = new Map()
  const add = (base, files) => {
    const urls = (names) => names.map((name) => imports[name] ?? base + name)
    for (const file of files) {
      if (file.type === 'chunk') graph.set(base + file.fileName, { now: urls(file.imports), later: urls(file.dynamicImports) })
    }
  }
  add('/shared/', shared.output)
  add('/shell/', pages)
  const of = (url) => graph.get(url) ?? { now: [], later: [] }
  return { now: (url) => of(url).now, ever: (url) => [...of(url).now, ...of(url).later] }
}

/** The part of the import map that the pages of an entry can need; of the one that opens modules all, since they may use any library. */
function mapFor(js, { graph, imports, integrity, opensModules }) {
  if (opensModules) return { imports, integrity }
  const urls = reachable(js, graph.ever)
  return {
    imports: Object.fromEntries(Object.entries(imports).filter(([, url]) => urls.includes(url))),
    integrity: Object.fromEntries(urls.filter((url) => url in integrity).map((url) => [url, integrity[url]])),
  }
}

function stylesheet(pages, name) {
  const file = pages.find((one) => one.type === 'asset' && one.names.includes(`${name}.css`))
  if (!file) throw new Error(`The build made no ${name}.css`)
  return { href: `/shell/${file.fileName}`, integrity: sri(file.source) }
}

function entry(name, { pages, graph, imports, integrity }) {
  const chunk = pages.find((one) => one.type === 'chunk' && one.isEntry && one.name === name)
  const js = `/shell/${chunk.fileName}`
  const css = [...(chunk.viteMetadata?.importedCss ?? [])]
  return {
    js,
    integrity: sri(chunk.code),
    css: css.map((fileName) => ({ href: `/shell/${fileName}`, integrity: sri(pages.find((one) => one.fileName === fileName).source) })),
    preload: reachable(js, graph.now).filter((url) => url !== js),
    map: mapFor(js, { graph, imports, integrity, opensModules: name === MODULES_ENTRY }),
  }
}

const fontOf = ({ fileName }) => ({ href: `/shell/${fileName}`, preload: fileName.startsWith(`${FIRST_FACE}-`) })

/** The content of dist/manifest.json. */
export function describe({ shared, development, pages }) {
  const imports = Object.fromEntries(Object.entries(shared.files).map(([id, fileName]) => [id, `/shared/${fileName}`]))
  const graph = importGraph({ shared, pages, imports })
  const libraries = integrityOf('/shared/', shared.output.filter(isScript))
  const own = integrityOf('/shell/', pages.filter(isScript))
  const integrity = { ...libraries, ...own }
  return {
    shared: { imports, integrity: libraries },
    // By library its file in dist/development, for authors.
    development: development.files,
    entries: Object.fromEntries(Object.keys(ENTRIES).map((name) => [name, entry(name, { pages, graph, imports, integrity })])),
    integrity: own,
    tokens: stylesheet(pages, 'tokens'),
    kit: stylesheet(pages, 'kit'),
    fonts: pages.filter(({ fileName }) => fileName.endsWith('.woff2')).map(fontOf),
  }
}
