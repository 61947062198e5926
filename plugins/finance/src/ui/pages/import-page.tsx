import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ImportWizard, keys, PageFrame, useImportFile, useT } from '@innoerp/sdk/ui'
import { accounts, groupAccounts, openAccounts } from '../finance-api.js'
import { importFields } from '../import-fields.js'

/** Takes accounts out of a file. */
export default function ImportPage() {
  const t = useT()
  const queries = useQueryClient()
  const importFile = useImportFile(accounts)
  const run: typeof importFile = async (...file) => {
    const result = await importFile(...file)
    await Promise.all([groupAccounts, openAccounts].map(({ path }) => queries.invalidateQueries({ queryKey: keys.all(path) })))
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
