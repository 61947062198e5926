// Inter's variable font, cut down to what Latin scripts need: one file for every page, one that a page fetches only when a letter
// of it occurs. Other scripts use the system's font.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

const span = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
const axes = { wght: { min: 400, max: 600, default: 400 } }

const BASIC = `${span(0x20, 0x7e)}${span(0xa0, 0xff)}ıŒœ${span(0x2010, 0x2015)}${span(0x2018, 0x201e)}•…′″‹›€™←↑→↓−`
const EXTENDED = `${span(0x100, 0x17f).replace(/[ıŒœ]/g, '')}ẞ₤₥₦₧₨₩₫₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿${span(0x218, 0x21b)}`

/** Must say the same as `unicode-range` in src/styles/fonts.css. */
const FACES = [
  { file: 'inter-latin.woff2', source: 'inter-latin-wght-normal.woff2', letters: BASIC },
  { file: 'inter-latin-extended.woff2', source: 'inter-latin-ext-wght-normal.woff2', letters: EXTENDED },
]

/** The face that every page shows. */
export const FIRST_FACE = 'inter-latin'

/** Writes the font files into `folder`. */
export async function writeFonts(folder) {
  await mkdir(folder, { recursive: true })
  await Promise.all(
    FACES.map(async ({ file, source, letters }) => {
      const font = await readFile(require.resolve(`@fontsource-variable/inter/files/${source}`))
      await writeFile(`${folder}/${file}`, await subsetFont(font, letters, { variationAxes: axes, targetFormat: 'woff2' }))
    }),
  )
}
