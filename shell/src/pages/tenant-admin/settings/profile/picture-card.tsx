import { Avatar, Card, FileDrop, useHost, useSession, useT, useToast } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { profileClient, type Profile } from '../../../../clients/profile'
import { nameOf } from '../../../../root/session'
import { usePrivatePicture } from './use-private-picture'

const ACCEPT = ['image/jpeg', 'image/png', 'image/webp']

/** The person's picture, saved as soon as it is chosen. */
export function PictureCard({ record }: { record: Profile }) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const { user } = useSession()
  const [url, setUrl] = useState(record.avatar_url)
  const picture = usePrivatePicture(url)
  return (
    <Card title={t('profileForm.picture')}>
      <div className="pages-picture">
        {picture ? <img className="pages-portrait" src={picture} alt={t('profileForm.picture')} /> : <Avatar name={nameOf(user)} id={user.id} size={72} />}
        <div className="io-grow">
          <FileDrop
            label={t('profileForm.drop')}
            accept={ACCEPT}
            maxMb={5}
            onSend={async (file, options) => {
              setUrl((await profileClient(api, record.user_id).setPicture(file, options)).avatar_url)
              toast(t('profileForm.pictureSaved'))
            }}
          />
          <p className="io-cap">{t('profileForm.pictureText')}</p>
        </div>
      </div>
    </Card>
  )
}
