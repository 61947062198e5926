import { AcceptInvitationPage } from './accept-invitation/accept-invitation-page'
import { usePublic } from './context'
import { FindAddressPage } from './sign-in/find-address-page'
import { NotFoundPage } from './not-found-page'
import { routeOf } from './route'
import { SignInPage } from './sign-in/sign-in-page'
import { SignUpPage } from './sign-up/sign-up-page'

export function PublicPage() {
  const { boot } = usePublic()
  const route = routeOf(boot.area, location.pathname)
  switch (route.page) {
    case 'sign-up':
      return <SignUpPage />
    case 'find-address':
      return <FindAddressPage />
    case 'sign-in':
      return <SignInPage />
    case 'accept-invitation':
      return <AcceptInvitationPage token={route.token} />
    case 'not-found':
      return <NotFoundPage />
  }
}
