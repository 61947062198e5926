import { Button } from '@mui/material'
import { Globe, Mail, Phone } from 'lucide-react'
import { useT } from '@innoerp/sdk/ui'

export interface Reachable {
  email?: string | null
  phone?: string | null
  website?: string | null
}

const webAddress = (text: string): string => (/^https?:\/\//i.test(text) ? text : `https://${text}`)

/** How to reach a company or a person: as many ways as are known. */
export function ReachButtons({ email, phone, website }: Reachable) {
  const t = useT()
  const ways = [
    email && { id: 'email', href: `mailto:${email}`, icon: <Mail size={15} /> },
    phone && { id: 'call', href: `tel:${phone.replace(/[^\d+]/g, '')}`, icon: <Phone size={15} /> },
    website && { id: 'website', href: webAddress(website), icon: <Globe size={15} />, away: true },
  ].filter((way) => typeof way === 'object' && way !== null)
  if (ways.length === 0) return null
  return (
    <div className="io-row io-wrap">
      {ways.map(({ id, href, icon, ...way }) => (
        <Button key={id} variant="outlined" size="small" startIcon={icon} href={href} {...('away' in way && { target: '_blank', rel: 'noreferrer noopener' })}>
          {t(`reach.${id}`)}
        </Button>
      ))}
    </div>
  )
}
