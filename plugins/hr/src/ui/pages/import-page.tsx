import { Button } from '@mui/material'
import { Link } from 'react-router'
import { ImportWizard, PageFrame, useImportFile, useT } from '@innoerp/sdk/ui'
import { employees } from '../hr-api.js'
import { importFields } from '../import-fields.js'

/** Takes employees out of a file. */
export default function ImportPage() {
  const t = useT()
  const run = useImportFile(employees)
  return (
    <PageFrame title={t('employee.importTitle')} crumbs={[{ label: t('nav.employees'), to: '' }]} permission="hr.import">
      <ImportWizard
        name="employee"
        fields={importFields}
        onRun={run}
        doneActions={
          <Button variant="contained" component={Link} to="/">
            {t('employee.seeAll')}
          </Button>
        }
      />
    </PageFrame>
  )
}
