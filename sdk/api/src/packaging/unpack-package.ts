import { extract } from 'tar'

/**
 * Unpacks an npm tarball that a registry has judged: what lies below `package/` comes into `folder`, which must be there. Links are
 * left out.
 */
export function unpackPackage(tarball: Buffer, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const plain = (_path: string, entry: object) => 'type' in entry && (entry.type === 'File' || entry.type === 'Directory')
    const stream = extract({ cwd: folder, strip: 1, strict: true, filter: plain })
    stream.once('error', reject)
    stream.once('close', () => resolve())
    stream.end(tarball)
  })
}
