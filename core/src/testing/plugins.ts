import { access, mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'

const PARTS = ['package.json', 'build']

/** A folder that holds just these modules, as a checkout's `plugins` does. */
export async function isolatedPlugins(home: string, modules: readonly string[]): Promise<string> {
  const folder = path.join(home, 'plugins')
  await mkdir(folder, { recursive: true })
  for (const module of modules) {
    const built = path.join(module, 'build', 'server.js')
    await access(built).catch(() => {
      throw new Error(`${built} is missing. Build the module first: innoerp build ${module}`)
    })
    const place = path.join(folder, path.basename(module))
    await mkdir(place)
    for (const part of PARTS) await symlink(path.join(module, part), path.join(place, part))
  }
  return folder
}
