import { lazyPart, usePart } from '../../host/use-part.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import type { FileRules } from './file-rules.js'
import type { SendFile } from './use-uploads.js'

const dropPart = lazyPart(() => import('./file-drop-content.js'))

export interface FileDropProps extends FileRules {
  /** What is asked for: "Drop the CSV file here". */
  label: string
  /** Chosen files, where the page sends them itself. */
  value?: readonly File[]
  onChange?(files: readonly File[]): void
  /** Sends each file at once, with progress and retry. */
  onSend?: SendFile
}

/** Takes files by dropping or choosing; says which it did not take, and why. */
export function FileDrop(props: FileDropProps) {
  const part = usePart(dropPart, true)
  return part ? <part.FileDropContent {...props} /> : <SkeletonLines />
}
