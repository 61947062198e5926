import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The checkout of the platform that `folder` lies in, if it does: its packages are found there, without a registry. */
export async function checkoutAround(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  if (isCheckout(text)) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : checkoutAround(parent)
}

function isCheckout(text: string): boolean {
  try {
    const { name, workspaces } = JSON.parse(text) as { name?: unknown; workspaces?: unknown }
    return name === 'innoerp' && Array.isArray(workspaces)
  } catch {
    return false
  }
}
