import { Card, FileDrop, useHost, useSession, useT, useToast } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { brandingClient, type Branding } from '../../../../clients/branding'
import { SavedNote } from './saved-note'

const KINDS = {
  logo: { accept: ['image/png', 'image/jpeg', 'image/svg+xml', 'image/webp'], maxMb: 5 },
  favicon: { accept: ['image/png', 'image/svg+xml', 'image/x-icon', 'image/vnd.microsoft.icon', '.ico'], maxMb: 1 },
} as const
type Kind = keyof typeof KINDS

/** Logo and icon, each saved at once. */
export function PicturesCard({ record }: { record: Branding }) {
  const t = useT()
  const [shown, setShown] = useState(record)
  return (
    <Card title={t('branding.pictures')}>
      <div className="io-col io-gap-16">
        {shown !== record && <SavedNote />}
        {(Object.keys(KINDS) as Kind[]).map((kind) => (
          <Picture key={kind} kind={kind} url={shown[`${kind}_url`]} onSaved={setShown} />
        ))}
      </div>
    </Card>
  )
}

function Picture({ kind, url, onSaved }: { kind: Kind; url: string | null; onSaved(branding: Branding): void }) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const client = brandingClient(api, useSession().organization?.id ?? '')
  const { accept, maxMb } = KINDS[kind]
  return (
    <div className="pages-picture">
      <span className="pages-picture-now">{url ? <img src={url} alt={t(`branding.${kind}`)} /> : <span className="io-cap">{t('branding.none')}</span>}</span>
      <div className="io-grow">
        <FileDrop
          label={t(`branding.${kind}Drop`)}
          accept={accept}
          maxMb={maxMb}
          onSend={async (file, options) => {
            onSaved(await client.upload(kind, file, options))
            toast(t(`branding.${kind}Saved`))
          }}
        />
      </div>
    </div>
  )
}
