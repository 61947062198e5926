import { useQueryClient } from '@tanstack/react-query'
import { getApi } from '../../api/current-api.js'
import { keys } from '../../api/hooks.js'
import { upload } from '../../api/upload.js'
import type { ImportResult, ImportRun, ImportWizardProps } from './import-props.js'
import type { Mapping } from './mapping.js'

/**
 * Sends a file to `<path>/import`, as an ImportWizard asks for it, and reads the records anew when something was imported.
 * @param target.path where the records are, e.g. `/api/v1/crm/companies`
 */
export function useImportFile({ path }: { path: string }): ImportWizardProps['onRun'] {
  const queries = useQueryClient()
  return async (file: File, mapping: Mapping, { dry_run, on_error, onProgress }: ImportRun) => {
    const result = await upload<ImportResult>(getApi(), `${path}/import`, {
      // Some systems call a CSV file a spreadsheet, so it is sent under its own type.
      body: new Blob([file], { type: 'text/csv' }),
      query: { dry_run, on_error, mapping: JSON.stringify(mapping) },
      onProgress,
    })
    if (!dry_run) await queries.invalidateQueries({ queryKey: keys.all(path) })
    return result
  }
}
