import { useT } from '@innoerp/sdk/ui'
import { ShieldAlert, ShieldCheck, ShieldQuestionMark, ShieldX, type LucideIcon } from 'lucide-react'
import type { Signature } from '../../clients/module-record'

interface Look {
  icon: LucideIcon
  tone: 'io-good' | 'io-warn' | 'io-bad'
}

const LOOKS: Readonly<Record<Signature, Look>> = {
  signed: { icon: ShieldCheck, tone: 'io-good' },
  unsigned: { icon: ShieldAlert, tone: 'io-warn' },
  unknown_key: { icon: ShieldQuestionMark, tone: 'io-warn' },
  modified: { icon: ShieldX, tone: 'io-bad' },
}

/** What verification said of a package, as a shape and a word. */
export function SignatureWord({ signature }: { signature: Signature }) {
  const t = useT()
  const { icon: Glyph, tone } = LOOKS[signature]
  return (
    <span className={`pages-signature ${tone}`}>
      <Glyph size={15} aria-hidden />
      {t(`signature.${signature}`)}
    </span>
  )
}
