import type { ReactNode } from 'react'

export interface AuthNoteProps {
  tone?: 'danger' | 'warning' | 'info' | 'success'
  children: ReactNode
}

/** A sentence above the form. Errors are read out at once and never say which of e-mail and password was wrong. */
export const AuthNote = ({ tone = 'danger', children }: AuthNoteProps) => (
  <div className="io-note io-auth-note" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
    {children}
  </div>
)
