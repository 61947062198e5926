import { Button } from '@mui/material'
import { Link } from 'react-router'
import { ImportWizard, PageFrame, useImportFile, useT } from '@innoerp/sdk/ui'
import { companies } from '../crm-api.js'
import { importFields } from '../import-fields.js'

/** Takes companies out of a file. */
export default function ImportPage() {
  const t = useT()
  const run = useImportFile(companies)
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
