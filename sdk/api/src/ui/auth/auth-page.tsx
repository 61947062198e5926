import type { ReactNode } from 'react'

export interface AuthPageProps {
  title: string
  /** Below the title: the tenant's address, or what this page is for. */
  subtitle?: ReactNode
  /** One or two letters, or an `<img>` with the tenant's logo. */
  logo: string | ReactNode
  children: ReactNode
  /** Below the card. */
  footer?: ReactNode
}

/** A card of 400 in the middle of a calm page: sign-in, invitation, "not found". */
export const AuthPage = ({ title, subtitle, logo, children, footer }: AuthPageProps) => (
  <main className="io-auth">
    <div className="io-auth-card">
      <AuthLogo>{logo}</AuthLogo>
      <h1>{title}</h1>
      {subtitle && <p className="io-auth-subtitle">{subtitle}</p>}
      {children}
    </div>
    {footer && <footer className="io-auth-footer">{footer}</footer>}
  </main>
)

/** The square with the letters of an organization, or its picture. */
export const AuthLogo = ({ children, small = false }: { children: string | ReactNode; small?: boolean }) =>
  typeof children === 'string' ? (
    <span className="io-logo io-auth-logo" data-initials={children} data-small={small || undefined} aria-hidden />
  ) : (
    <span className="io-auth-logo" data-small={small || undefined}>
      {children}
    </span>
  )

/** Two halves: a form at the start, what it leads to at the end. One column on the phone. */
export const AuthSplit = ({ start, end }: { start: ReactNode; end: ReactNode }) => (
  <main className="io-auth-split">
    <div className="io-auth-start">
      <div className="io-auth-column">{start}</div>
    </div>
    <div className="io-auth-end">
      <div className="io-auth-column">{end}</div>
    </div>
  </main>
)
