import { Note, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'

/** Colours and layout come with the page: what is open still has the old ones. */
export function SavedNote() {
  const t = useT()
  return (
    <Note
      tone="success"
      title={t('branding.saved')}
      action={
        <Button variant="outlined" size="small" onClick={() => location.reload()}>
          {t('branding.reload')}
        </Button>
      }
    >
      {t('branding.savedText')}
    </Note>
  )
}
