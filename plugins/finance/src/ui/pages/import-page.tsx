import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ImportWizard, keys, PageFrame, useT, type ImportRun, type Mapping } from '@innoerp/sdk/ui'
import { accounts, groupAccounts, importAccounts, openAccounts } from '../finance-api.js'
import { importFields } from '../import-fields.js'

/** Takes accounts out of a file. */
export default function ImportPage() {
  const t = useT()
  const queries = useQueryClient()
  const run = async (file: File, mapping: Mapping, how: ImportRun) => {
    const result = await importAccounts(file, mapping, how)
    if (!how.dry_run) await Promise.all([accounts, groupAccounts, openAccounts].map(({ path }) => queries.invalidateQueries({ queryKey: keys.all(path) })))
    return result
  }
  return (
    <PageFrame title={t('account.importTitle')} crumbs={[{ label: t('nav.accounts'), to: 'accounts' }]} permission="finance.configure">
      <ImportWizard
        name="account"
        fields={importFields}
        onRun={run}
        doneActions={
          <Button variant="contained" component={Link} to="/accounts">
            {t('account.seeAll')}
          </Button>
        }
      />
    </PageFrame>
  )
}
