import { isJsonObject, type JsonObject } from '../json.js'

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall']
const NOT_FROM_AUTHORS = ['dist', 'readme', 'readmeFilename', 'deprecated', 'hasInstallScript']

/**
 * What clients are told of a version. It is read from the tarball's own package.json and not from what the publisher says of it, so
 * that nobody can be shown other dependencies or scripts than those that are installed.
 *
 * @param files paths in the package
 */
export function versionManifest(packageJson: JsonObject, files: readonly string[]): JsonObject {
  const told = Object.entries(packageJson).filter(([key]) => !key.startsWith('_') && !NOT_FROM_AUTHORS.includes(key))
  const bin = commandsOf(packageJson, files)
  return {
    ...Object.fromEntries(told),
    ...(bin && { bin }),
    ...(runsScripts(packageJson, files) && { hasInstallScript: true }),
  }
}

/** npm takes three spellings of `bin` from authors, and one from a registry: command → file. */
function commandsOf({ name, bin, directories }: JsonObject, files: readonly string[]): JsonObject | undefined {
  if (isJsonObject(bin)) return bin
  if (typeof bin === 'string') return { [String(name).replace(/^@[^/]+\//, '')]: bin }
  const folder = isJsonObject(directories) ? directories.bin : undefined
  if (typeof folder !== 'string') return undefined
  const start = `${folder.replace(/^\.?\/+/, '').replace(/\/+$/, '')}/`
  const commands = files.filter((file) => file.startsWith(start) && !file.slice(start.length).startsWith('.'))
  return Object.fromEntries(commands.map((file) => [file.slice(file.lastIndexOf('/') + 1), file]))
}

function runsScripts({ scripts, gypfile }: JsonObject, files: readonly string[]): boolean {
  if (isJsonObject(scripts) && INSTALL_SCRIPTS.some((script) => script in scripts)) return true
  return gypfile !== false && files.includes('binding.gyp')
}
