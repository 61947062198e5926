import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** `type` is the ustar type flag: '0' a file, '1' a hard link, '2' a symbolic link, '3' a device, '5' a folder. */
export interface Entry {
  path: string
  data?: string | Buffer
  type?: string
  link?: string
}

export const hashesOf = (bytes: Buffer) => ({
  integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
  shasum: createHash('sha1').update(bytes).digest('hex'),
})

/** Writes what no honest tool would. */
export const writeTar = (entries: Entry[]): Buffer => {
  const blocks = entries.flatMap((entry) => {
    const data = Buffer.from(entry.data ?? '')
    return [headerOf(entry, data.length), data, Buffer.alloc((512 - (data.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const writeTarball = (entries: Entry[]): Buffer => gzipSync(writeTar(entries))

/** The tarball of a package with a package.json and more. */
export const packageTarball = (packageJson: object, ...more: Entry[]): Buffer =>
  writeTarball([{ path: 'package/package.json', data: JSON.stringify(packageJson) }, ...more])

function headerOf({ path, type = '0', link = '' }: Entry, size: number): Buffer {
  const block = Buffer.alloc(512)
  const octal = (value: number, at: number, width: number): void => void block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at)
  block.write(path, 0, 100)
  octal(0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  block.write('        ', 148)
  block.write(type, 156)
  block.write(link, 157, 100)
  block.write('ustar\x0000', 257)
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return block
}
