import { readFile, readdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const COMPRESSIBLE = /\.(js|css)$/

/** Writes a `.br` beside every script and stylesheet of `folder`: compressed once, at the highest quality, never per request. */
export async function compressFolder(folder) {
  const names = (await readdir(folder)).filter((name) => COMPRESSIBLE.test(name))
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(`${folder}/${name}`)
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
      await writeFile(`${folder}/${name}.br`, await compress(content, { params }))
    }),
  )
}
