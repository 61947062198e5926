import { create } from 'tar'
import { listPaths } from './list-files.js'
import { readManifest } from './package-manifest.js'

/** Any fixed instant would do; archives of equal files must be equal. */
const MTIME = new Date('2000-01-01T00:00:00Z')
const PLAIN_FILE = 0o100644

/**
 * Packs a package folder the way npm does, as a gzipped tar archive with every path below `package/`. The same files give the
 * same bytes: order, times, owners and modes are fixed.
 * @throws `PACKAGE_NO_MANIFEST`, `PACKAGE_LINK` and the other findings about its files
 */
export async function packPackage(folder: string): Promise<Buffer> {
  await readManifest(folder)
  const paths = await listPaths(folder)
  const archive = create(
    {
      cwd: folder,
      prefix: 'package',
      gzip: { level: 9 },
      portable: true,
      mtime: MTIME,
      onWriteEntry: ({ stat }) => {
        if (stat) stat.mode = PLAIN_FILE
      },
    },
    // A name that begins with @ would be read as another archive to take entries from.
    paths.map((path) => `./${path}`),
  )
  return archive.concat()
}
