import { useT } from '@innoerp/sdk/ui'
import { Switch } from '@innoerp/sdk/ui/mui'
import { useState } from 'react'
import { AccountChoices } from '../../../root/account/account-choices'
import { areLettersOn, setLetters } from '../../../page/letter-keys'
import { SettingRow } from './setting-row'
import { SettingsFrame } from './settings-frame'

/** How the pages look and listen on this device; counts at once. */
export function AppearanceSection() {
  const t = useT()
  const [letters, choose] = useState(areLettersOn)
  return (
    <SettingsFrame section="appearance">
      <section className="io-card">
        <SettingRow label={t('settings.appearance.look')} help={t('settings.appearance.device')}>
          <div className="pages-choices">
            <AccountChoices />
          </div>
        </SettingRow>
        <SettingRow label={t('settings.appearance.letters')} help={t('settings.appearance.lettersHelp')}>
          {(ids) => (
            <Switch
              checked={letters}
              onChange={(event) => {
                setLetters(event.target.checked)
                choose(event.target.checked)
              }}
              slotProps={{ input: ids }}
            />
          )}
        </SettingRow>
      </section>
    </SettingsFrame>
  )
}
