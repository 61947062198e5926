import type { ReactNode } from 'react'

export interface StateViewProps {
  icon: ReactNode
  title: string
  text?: ReactNode
  actions?: ReactNode
  /** An error code or a request's name, in mono. */
  code?: string | undefined
  /** In the place of a whole page the title is its h1. */
  page?: boolean
}

/** The shape that all states share: icon, what happened, what it means, what to do. */
export function StateView({ icon, title, text, actions, code, page = false }: StateViewProps) {
  const Title = page ? 'h1' : 'h2'
  return (
    <div className="io-state">
      <div className="io-state-icon" aria-hidden>
        {icon}
      </div>
      <Title className="io-state-title">{title}</Title>
      {text && <p>{text}</p>}
      {actions && <div className="io-state-actions">{actions}</div>}
      {code && <p className="io-state-code">{code}</p>}
    </div>
  )
}
