import { access, mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'

/** A folder that holds just these modules, as a checkout's `plugins` does. */
export async function isolatedPlugins(home: string, modules: readonly string[]): Promise<string> {
  const folder = path.join(home, 'plugins')
  await mkdir(folder, { recursive: true })
  for (const module of modules) {
    const built = path.join(module, 'build', 'package', 'package.json')
    await access(built).catch(() => {
      throw new Error(`${built} is missing. Build the module first: innoerp build ${module}`)
    })
    const place = path.join(folder, path.basename(module))
    await mkdir(place)
    await symlink(path.join(module, 'build'), path.join(place, 'build'), 'dir')
  }
  return folder
}
