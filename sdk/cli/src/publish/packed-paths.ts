import { BUILD_FOLDER, BUILT, SIGNATURE_FILE } from '@innoerp/sdk/packaging'
import type { BuiltPackage } from '../built-package.js'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { npm, reasonsOf } from './npm.js'

const NEEDED = [BUILD_FOLDER, SIGNATURE_FILE]

/**
 * The files that npm would pack of a module, as npm itself lists them: relative paths, the signature among them once there is one.
 * @throws CliError when package.json leaves out what a host needs
 */
export async function packedPaths({ folder, manifest }: BuiltPackage, { env }: Terminal): Promise<string[]> {
  const { files } = manifest as { files?: unknown }
  if (!Array.isArray(files) || NEEDED.some((name) => !files.includes(name))) {
    throw new CliError(`package.json of ${manifest.name} has to say "files": ${JSON.stringify(NEEDED)}, so that npm packs what was built and signed.`)
  }
  const outcome = await npm(['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, env })
  if (outcome.code !== 0) throw new CliError(`npm cannot pack ${folder}:`, { details: reasonsOf(outcome) })
  const paths = readList(outcome.stdout)
  const server = `${BUILD_FOLDER}/${BUILT.server}`
  if (!paths.includes(server)) throw new CliError(`npm leaves ${server} out of the package. Look for an .npmignore in ${folder}.`)
  return paths
}

function readList(stdout: string): string[] {
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[]
  return (packed?.files ?? []).map(({ path }) => path)
}
