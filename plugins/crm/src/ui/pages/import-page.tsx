import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ImportWizard, keys, PageFrame, useT, type ImportRun, type Mapping } from '@innoerp/sdk/ui'
import { companies, importCompanies } from '../crm-api.js'
import { importFields } from '../import-fields.js'

/** Takes companies out of a file. */
export default function ImportPage() {
  const t = useT()
  const queries = useQueryClient()
  const run = async (file: File, mapping: Mapping, how: ImportRun) => {
    const result = await importCompanies(file, mapping, how)
    if (!how.dry_run) await queries.invalidateQueries({ queryKey: keys.all(companies.path) })
    return result
  }
  return (
    <PageFrame title={t('company.importTitle')} crumbs={[{ label: t('nav.companies'), to: '' }]} permission="crm.import">
      <ImportWizard
        name="company"
        fields={importFields}
        onRun={run}
        doneActions={
          <Button variant="contained" component={Link} to="/">
            {t('company.seeAll')}
          </Button>
        }
      />
    </PageFrame>
  )
}
