import { SettingsFrame } from '../settings-frame'
import { EmailCard } from './email-card'
import { LinksCard } from './links-card'
import { PasswordCard } from './password-card'
import { SessionsCard } from './sessions-card'

/** How one signs in, and where one is signed in. */
export function SecuritySection() {
  return (
    <SettingsFrame section="security">
      <PasswordCard />
      <EmailCard />
      <SessionsCard />
      <LinksCard />
    </SettingsFrame>
  )
}
