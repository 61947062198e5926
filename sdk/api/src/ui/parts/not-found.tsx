import { Button } from '@mui/material'
import { MapPinOff } from 'lucide-react'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import { StateView } from './state-view.js'

/** For addresses that no page has. */
export function NotFound() {
  const t = useT(KIT)
  return (
    <StateView
      page
      icon={<MapPinOff size={20} />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={
        <Button variant="outlined" onClick={() => history.back()}>
          {t('notFound.back')}
        </Button>
      }
    />
  )
}
