// Inter's variable font in three faces: what the languages of the interface are written with comes with every page; the other
// letters of Western Europe, and the rest of Latin, are each fetched only by a page that shows one of them. Other scripts use the
// system's font.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

const FACES = [
  {
    name: 'inter-first',
    source: 'inter-latin-wght-normal.woff2',
    ranges: '20-7E A0 A7 A9 B7 C4 D6 DC DF E4 F6 FC 2010-2014 2018-201A 201C-201E 2022 2026 20AC 2212',
  },
  {
    name: 'inter-western',
    source: 'inter-latin-wght-normal.woff2',
    ranges: 'A1-A6 A8 AA-B6 B8-C3 C5-D5 D7-DB DD-DE E0-E3 E5-F5 F7-FB FD-FF 131 152-153 2032-2033 2039-203A 2122 2190-2193',
  },
  {
    name: 'inter-extended',
    source: 'inter-latin-ext-wght-normal.woff2',
    ranges: '100-130 132-151 154-17F 218-21B 1E9E 20A4-20A9 20AB 20B1-20BF',
  },
]

/** The face that every page shows. */
export const FIRST_FACE = FACES[0].name

const variationAxes = { wght: { min: 400, max: 600, default: 400 } }
/** Without contextual alternates, fractions, stylistic sets and their glyphs: a fifth of the file that no page of ours shows. */
const keepFeatures = ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'rvrn', 'tnum']

function lettersOf(range) {
  const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16))
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
}

const rule = ({ name, ranges }) => `@font-face {
  font-family: Inter;
  src: url('./${name}.woff2') format('woff2');
  font-weight: 400 600;
  font-display: swap;
  unicode-range: ${ranges
    .split(' ')
    .map((range) => `U+${range}`)
    .join(', ')};
}
`

async function writeFace(folder, { name, source, ranges }) {
  const font = await readFile(require.resolve(`@fontsource-variable/inter/files/${source}`))
  const letters = ranges.split(' ').map(lettersOf).join('')
  await writeFile(`${folder}/${name}.woff2`, await subsetFont(font, letters, { variationAxes, keepFeatures, targetFormat: 'woff2' }))
}

/** Writes the font files and `fonts.css`, which declares them, into `folder`. */
export async function writeFonts(folder) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await Promise.all(FACES.map((face) => writeFace(folder, face)))
  await writeFile(`${folder}/fonts.css`, FACES.map(rule).join('\n'))
}
