import type { ReactNode } from 'react'

export interface StateViewProps {
  icon: ReactNode
  title: string
  text?: ReactNode
  actions?: ReactNode
  /** An error code or a request's name, in mono. */
  code?: string | undefined
}

/** The shape that all states share: icon, what happened, what it means, what to do. */
export function StateView({ icon, title, text, actions, code }: StateViewProps) {
  return (
    <div className="io-state">
      <div className="io-state-icon" aria-hidden>
        {icon}
      </div>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {actions && <div className="io-state-actions">{actions}</div>}
      {code && <p className="io-state-code">{code}</p>}
    </div>
  )
}
