import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { publicContext, serviceContext } from '../../platform/http/service-context.js'
import type { PasswordService } from './password-service.js'
import { EmptyBody, ForgotBody, MessageAnswer, PasswordChangeBody, PasswordResetBody, TokenBody, withoutBody } from './schemas.js'
import type { VerificationService } from './verification-service.js'

const tags = ['auth']
const open = { security: [], tags }
const anyone = { access: 'public' } as const
const response = { 200: MessageAnswer }

export interface PasswordRoutesDeps {
  passwordService: PasswordService
  verifications: VerificationService
}

/** Passwords, changed or forgotten, and the proof of an e-mail address. */
export const passwordRoutes =
  ({ passwordService, verifications }: PasswordRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post('/api/v1/auth/password/change', { config: { access: 'signed-in' }, schema: { tags, summary: 'Change the password', body: PasswordChangeBody, response } }, async (request) => {
      await passwordService.change(serviceContext(request), request.body)
      return { message: 'The password was changed. Other sessions were ended.' }
    })
    app.post('/api/v1/auth/password/forgot', { config: anyone, schema: { ...open, summary: 'Ask for a link to choose a new password', body: ForgotBody, response: { 202: MessageAnswer } } }, async (request, reply) => {
      await passwordService.forgot(publicContext(request), request.body.email)
      return reply.code(202).send({ message: 'If there is such an account, a mail with a link is on its way.' })
    })
    app.post('/api/v1/auth/password/reset', { config: anyone, schema: { ...open, summary: 'Choose a new password by a mailed token', body: PasswordResetBody, response } }, async (request) => {
      await passwordService.reset(publicContext(request), request.body)
      return { message: 'The password was changed. Sign in with it.' }
    })
    app.post('/api/v1/auth/email/verify', { config: anyone, schema: { ...open, summary: 'Verify an address by a mailed token', body: TokenBody, response } }, async (request) => {
      await verifications.verify(publicContext(request), request.body.token)
      return { message: 'The address is verified.' }
    })
    app.post('/api/v1/auth/email/resend', { ...withoutBody, config: { access: 'signed-in' }, schema: { tags, summary: 'Mail the link to verify the address again', body: EmptyBody, response: { 202: MessageAnswer } } }, async (request, reply) => {
      await verifications.resend(serviceContext(request))
      return reply.code(202).send({ message: 'If the address is not verified yet, a mail is on its way.' })
    })
  }
