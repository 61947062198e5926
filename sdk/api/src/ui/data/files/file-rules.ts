/** What a FileDrop takes. */
export interface FileRules {
  /** Endings (`.csv`) and types (`text/csv`, `image/*`); everything by default. */
  accept?: readonly string[]
  /** Megabytes (1,000,000 bytes) a file. */
  maxMb?: number
  /** More than one at a time. */
  multiple?: boolean
}

/** Why a file was not taken: a key of `file.refused`. */
export interface Refusal {
  name: string
  reason: 'type' | 'size' | 'empty' | 'many'
}

const MEGABYTE = 1_000_000

function fits({ name, type }: Pick<File, 'name' | 'type'>, accept: readonly string[]): boolean {
  return accept.some((one) => {
    if (one.startsWith('.')) return name.toLowerCase().endsWith(one.toLowerCase())
    if (one.endsWith('/*')) return type.startsWith(one.slice(0, -1))
    return type === one
  })
}

type FileLike = Pick<File, 'name' | 'type' | 'size'>

/** Parts files into those that are taken and those that are not, each with its reason. */
export function sortFiles<F extends FileLike>(files: readonly F[], { accept, maxMb, multiple = false }: FileRules) {
  const taken: F[] = []
  const refused: Refusal[] = []
  for (const file of files) {
    const refuse = (reason: Refusal['reason']) => refused.push({ name: file.name, reason })
    if (accept && !fits(file, accept)) refuse('type')
    else if (file.size === 0) refuse('empty')
    else if (maxMb !== undefined && file.size > maxMb * MEGABYTE) refuse('size')
    else if (!multiple && taken.length > 0) refuse('many')
    else taken.push(file)
  }
  return { taken, refused }
}
