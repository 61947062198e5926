import { createHash } from 'node:crypto'
import { describe as suite, expect, it } from 'vitest'
import { describe } from './manifest.mjs'

const chunk = (fileName, { imports = [], dynamicImports = [], entry } = {}) => ({
  type: 'chunk',
  fileName,
  code: `// ${fileName}`,
  imports,
  dynamicImports,
  ...(entry && { isEntry: true, name: entry, viteMetadata: { importedCss: new Set([`${entry}-1.css`]) } }),
})
const asset = (fileName, name) => ({ type: 'asset', fileName, names: [name], source: `/* ${fileName} */` })

const shared = {
  files: { react: 'react-1.js', '@mui/material': 'mui-1.js', '@innoerp/sdk/ui/auth': 'auth-1.js' },
  output: [chunk('react-1.js'), chunk('mui-1.js', { imports: ['react-1.js'] }), chunk('auth-1.js', { imports: ['react-1.js'] })],
}
const pages = [
  chunk('main-1.js', { entry: 'main', imports: ['common-1.js', 'react', '@mui/material'], dynamicImports: ['page-1.js'] }),
  chunk('public-1.js', { entry: 'public', imports: ['common-1.js', '@innoerp/sdk/ui/auth'], dynamicImports: ['joining-1.js'] }),
  chunk('common-1.js'),
  chunk('page-1.js', { imports: ['main-1.js', '@mui/material'] }),
  chunk('joining-1.js', { imports: ['react'] }),
  ...['main', 'public', 'tokens', 'kit'].map((name) => asset(`${name}-1.css`, `${name}.css`)),
  { ...asset('inter-first-1.woff2', 'inter-first.woff2') },
  { ...asset('inter-western-1.woff2', 'inter-western.woff2') },
]
const development = { files: { react: 'react-2.js' } }
const sri = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`

suite('the manifest', () => {
  const manifest = describe({ shared, development, pages })

  it('names the file of every library, and the hash of every script', () => {
    expect(manifest.shared.imports['@mui/material']).toBe('/shared/mui-1.js')
    expect(manifest.shared.integrity['/shared/react-1.js']).toBe(sri('// react-1.js'))
    expect(manifest.integrity['/shell/joining-1.js']).toBe(sri('// joining-1.js'))
    expect(Object.keys(manifest.integrity).filter((url) => !url.endsWith('.js'))).toEqual([])
  })

  it('names the development builds of the libraries, for authors', () => {
    expect(manifest.development).toEqual({ react: 'react-2.js' })
  })

  it('preloads what an entry cannot start without, and nothing that it loads later', () => {
    const { main, public: open } = manifest.entries
    expect(main.preload.toSorted()).toEqual(['/shared/mui-1.js', '/shared/react-1.js', '/shell/common-1.js'])
    expect(open.preload.toSorted()).toEqual(['/shared/auth-1.js', '/shared/react-1.js', '/shell/common-1.js'])
  })

  it('gives an entry the part of the import map that its pages can need', () => {
    const { map } = manifest.entries.public
    expect(map.imports).toEqual({ react: '/shared/react-1.js', '@innoerp/sdk/ui/auth': '/shared/auth-1.js' })
    expect(Object.keys(map.integrity).toSorted()).toEqual([
      '/shared/auth-1.js',
      '/shared/react-1.js',
      '/shell/common-1.js',
      '/shell/joining-1.js',
      '/shell/public-1.js',
    ])
  })

  it('gives the entry that opens modules all of it, since they may use any library', () => {
    const { map } = manifest.entries.main
    expect(map).toEqual({ imports: manifest.shared.imports, integrity: { ...manifest.shared.integrity, ...manifest.integrity } })
  })

  it('has the stylesheets with their hashes, and preloads one font', () => {
    expect(manifest.kit).toEqual({ href: '/shell/kit-1.css', integrity: sri('/* kit-1.css */') })
    expect(manifest.entries.main.css).toEqual([{ href: '/shell/main-1.css', integrity: sri('/* main-1.css */') }])
    expect(manifest.fonts.filter(({ preload }) => preload).map(({ href }) => href)).toEqual(['/shell/inter-first-1.woff2'])
  })

  it('is refused when a stylesheet is missing', () => {
    expect(() => describe({ shared, development, pages: pages.filter(({ fileName }) => fileName !== 'kit-1.css') })).toThrow('The build made no kit.css')
  })
})
