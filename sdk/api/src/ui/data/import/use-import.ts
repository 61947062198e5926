import { useState } from 'react'
import { ApiError } from '../../api/api-error.js'
import { useDirty } from '../../host/use-dirty.js'
import { useT } from '../../i18n/use-t.js'
import { fieldLabel } from '../list/labels.js'
import { readFileHead, type CsvHead, type CsvProblem } from './csv-head.js'
import type { ImportResult, ImportRun, ImportWizardProps, RowError } from './import-props.js'
import { guessMapping, withColumn, type Mapping } from './mapping.js'

export type ImportStep = 'file' | 'map' | 'check' | 'done'

export interface ImportState {
  step: ImportStep
  file: File | undefined
  problem: CsvProblem | undefined
  head: CsvHead | undefined
  mapping: Mapping
  /** Share of the file that was sent; undefined while nothing is. */
  progress: number | undefined
  result: ImportResult | undefined
  error: unknown
}

const START: ImportState = {
  step: 'file',
  file: undefined,
  problem: undefined,
  head: undefined,
  mapping: {},
  progress: undefined,
  result: undefined,
  error: undefined,
}

/** Findings by line that a refusal carries. */
export function rowErrors(error: unknown): readonly RowError[] {
  if (!(error instanceof ApiError)) return []
  return error.details.flatMap(({ line, column, message }) => (line === undefined ? [] : [{ line, message, ...(column && { column }) }]))
}

/** The steps of an import: file, columns, check without saving, import. */
export function useImport({ fields, onRun }: ImportWizardProps) {
  const t = useT()
  const [state, setState] = useState(START)
  const change = (next: Partial<ImportState>) => setState((before) => ({ ...before, ...next }))
  useDirty(state.step === 'map' || state.step === 'check')

  async function take(file: File | undefined) {
    if (!file) return setState(START)
    const head = await readFileHead(file)
    if (typeof head === 'string') return setState({ ...START, file, problem: head })
    const mapping = guessMapping(head, fields, (field) => fieldLabel(t, field.name, field.label))
    setState({ ...START, step: 'map', file, head, mapping })
  }
  async function run(how: Pick<ImportRun, 'dry_run' | 'on_error'>) {
    const { file, mapping } = state
    if (!file || state.progress !== undefined) return
    change({ step: 'check', progress: 0, error: undefined, ...(how.dry_run && { result: undefined }) })
    try {
      // Some systems call CSV files spreadsheets; the server takes them by what they are.
      const csv = new File([file], file.name, { type: 'text/csv' })
      const result = await onRun(csv, mapping, { ...how, onProgress: (progress) => change({ progress }) })
      change({ result, step: how.dry_run ? 'check' : 'done', progress: undefined })
    } catch (error) {
      change({ error, progress: undefined })
    }
  }
  return {
    state,
    take: (file: File | undefined) => void take(file),
    map: (column: string, field: string | undefined) => change({ mapping: withColumn(state.mapping, column, field) }),
    check: () => void run({ dry_run: true, on_error: 'refuse' }),
    save: (on_error: ImportRun['on_error']) => void run({ dry_run: false, on_error }),
    back: () => change({ step: state.step === 'check' ? 'map' : 'file', result: undefined, error: undefined }),
  }
}

export type ImportHandle = ReturnType<typeof useImport>
