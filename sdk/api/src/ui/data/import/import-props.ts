import type { ReactNode } from 'react'
import type { ImportField, Mapping } from './mapping.js'

/** What is wrong with one row. */
export interface RowError {
  /** Line of the file; the header is line 1. */
  line: number
  column?: string
  message: string
}

/** What an import did, or in a dry run would do. */
export interface ImportResult {
  total: number
  valid: number
  invalid: number
  created: number
  errors: readonly RowError[]
}

export interface ImportRun {
  /** Only checks. */
  dry_run: boolean
  /** Whether wrong rows stop everything or are left out. */
  on_error: 'refuse' | 'skip'
  onProgress(share: number): void
}

export interface ImportWizardProps {
  /** What a record is called in the module's labels, see DataTable. */
  name: string
  /** Fields that columns can be put into. */
  fields: readonly ImportField[]
  /** Sends the file. Rejects with an ApiError when the file as a whole is refused. */
  onRun(file: File, mapping: Mapping, run: ImportRun): Promise<ImportResult>
  /** What can be done when it is finished: links to the list. */
  doneActions?: ReactNode
  /** Megabytes; 10 by default. */
  maxMb?: number
}
