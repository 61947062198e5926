// Builds what browsers load from the platform itself, into dist/: shared libraries, the shell's entries, stylesheets, fonts, and
// manifest.json, from which the host writes its pages.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { buildPages } from './tools/build-pages.mjs'
import { buildShared } from './tools/build-shared.mjs'
import { compressFolder } from './tools/compress.mjs'
import { writeFonts } from './tools/fonts.mjs'
import { describe } from './tools/manifest.mjs'
import { dist } from './tools/paths.mjs'

// Without it nobody takes a half-built folder for a whole one; it is written last.
const manifest = `${dist}/manifest.json`
await mkdir(dist, { recursive: true })
await rm(manifest, { force: true })
const fonts = `${dist}/fonts`
await writeFonts(fonts)
const shared = await buildShared(`${dist}/shared`)
const development = await buildShared(`${dist}/development`, 'development')
const pages = await buildPages({ outDir: `${dist}/shell`, fonts })
await Promise.all([compressFolder(`${dist}/shared`), compressFolder(`${dist}/shell`)])
await writeFile(manifest, `${JSON.stringify(describe({ shared, development, pages }), null, 1)}\n`)
