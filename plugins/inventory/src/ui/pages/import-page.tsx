import { Button } from '@mui/material'
import { Link } from 'react-router'
import { ImportWizard, PageFrame, useImportFile, useT } from '@innoerp/sdk/ui'
import { items } from '../inventory-api.js'
import { importFields } from '../import-fields.js'

/** Takes items out of a file. */
export default function ImportPage() {
  const t = useT()
  const run = useImportFile(items)
  return (
    <PageFrame title={t('item.importTitle')} crumbs={[{ label: t('nav.items'), to: '' }]} permission="inventory.import">
      <ImportWizard
        name="item"
        fields={importFields}
        onRun={run}
        doneActions={
          <Button variant="contained" component={Link} to="/">
            {t('item.seeAll')}
          </Button>
        }
      />
    </PageFrame>
  )
}
