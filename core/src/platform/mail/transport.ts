/** Where mails go out. */
export interface MailTransport {
  /** `smtp://user:password@host:port`, `smtps://…` */
  url: string
  /** `Name <address>` */
  from: string
}
