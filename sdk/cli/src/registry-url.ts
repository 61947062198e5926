import { CliError } from './cli-error.js'

export const DEFAULT_REGISTRY = 'http://localhost:8000/registry/'

/**
 * The address of a registry, with a slash at its end.
 * @throws CliError for what is none
 */
export function registryUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text.endsWith('/') ? text : `${text}/`) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new CliError(`${JSON.stringify(text)} is not the address of a registry, such as ${DEFAULT_REGISTRY}`)
}
