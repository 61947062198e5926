import type { BuildFailure } from 'esbuild'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { CliError } from '../cli-error.js'

/** What Vite's bundler throws. */
interface BundleFailure {
  errors: { message: string; id?: string; loc?: { file?: string; line: number; column: number } }[]
}

interface Place {
  file: string
  line: number
  column: number
}

const at = ({ file, line, column }: Place) => `${file}:${line}:${column} `

/** What went wrong in one line, with the place in the author's code where it is known. */
export function errorLine(folder: string, error: unknown): string {
  if (error instanceof CliError) return [error.message, ...error.details].join(' ').replace(/\s*\n\s*/g, ' ')
  const [first] = (error as Partial<BuildFailure | BundleFailure>).errors ?? []
  if (first === undefined) return plain((error as Error).message)
  if ('text' in first) return `${first.location ? at({ ...first.location, column: first.location.column + 1 }) : ''}${first.text}`
  const { loc, id, message } = first
  const file = relative(folder, loc?.file ?? id ?? '')
  return `${loc ? at({ file, line: loc.line, column: loc.column + 1 }) : file && `${file} `}${plain(message)}`
}

/** The first line of a message, without colours and the name that the bundler has for its kind. */
const plain = (message: string): string => (stripVTControlCharacters(message).split('\n')[0] ?? '').replace(/^\[\w+\] /, '')
