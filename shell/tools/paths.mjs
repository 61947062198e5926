import { fileURLToPath } from 'node:url'

/** The package's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const dist = `${root}/dist`
