import { SkeletonLines } from '../../parts/skeleton.js'
import { lazyPart, usePart } from '../../host/use-part.js'
import type { ImportWizardProps } from './import-props.js'

const importPart = lazyPart(() => import('./import-content.js'))

/**
 * Imports a CSV file on a page: file, columns, a check that saves nothing and names every wrong row, import.
 * @example const importCompanies = (file: File, mapping: Mapping, { onProgress, ...how }: ImportRun) =>
 *            upload<ImportResult>(getApi(), path, { body: file, query: { ...how, mapping: JSON.stringify(mapping) }, onProgress })
 *          <ImportWizard name="company" fields={importFields} onRun={importCompanies} doneActions={<SeeCompanies />} />
 */
export function ImportWizard(props: ImportWizardProps) {
  const part = usePart(importPart, true)
  return part ? <part.ImportContent {...props} /> : <SkeletonLines />
}
