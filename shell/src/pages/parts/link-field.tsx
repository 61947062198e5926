import { Field, IconButton, useT } from '@innoerp/sdk/ui'
import { InputAdornment, OutlinedInput } from '@mui/material'
import { Check, Copy } from 'lucide-react'
import { useRef } from 'react'
import { useCopy } from './use-copy'

export interface LinkFieldProps {
  label: string
  link: string
  hint?: string
}

/** A link to hand on, with a button that copies it. Where the browser refuses, the link is selected for the hand. */
export function LinkField({ label, link, hint }: LinkFieldProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const { copied, copy } = useCopy()
  const press = async () => {
    if (!(await copy(link))) input.current?.select()
  }
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <>
          <OutlinedInput
            fullWidth
            readOnly
            value={link}
            inputRef={input}
            inputProps={{ ...ids, dir: 'ltr', className: 'io-mono' }}
            onFocus={() => input.current?.select()}
            endAdornment={
              <InputAdornment position="end">
                <IconButton small label={t('link.copy')} onClick={() => void press()}>
                  {copied ? <Check size={15} className="io-good" aria-hidden /> : <Copy size={15} aria-hidden />}
                </IconButton>
              </InputAdornment>
            }
          />
          <span className="io-sr" role="status">
            {copied && t('link.copied')}
          </span>
        </>
      )}
    </Field>
  )
}
