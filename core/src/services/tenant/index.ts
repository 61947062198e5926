import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Platform } from '../../platform/platform.js'
import type { Passwords } from '../auth/passwords.js'
import type { VerificationService } from '../auth/verification-service.js'
import { createAssignmentRepository } from './assignment-repository.js'
import { createAssignmentService } from './assignment-service.js'
import type { Catalogue } from './catalogue-port.js'
import { createIndustryRepository } from './industry-repository.js'
import { industryRoutes } from './industry-routes.js'
import { assignmentRoutes } from './module-routes.js'
import { createOrganizationRepository } from './organization-repository.js'
import { organizationRoutes, signUpRoutes } from './organization-routes.js'
import { createOrganizationService } from './organization-service.js'
import { createSignUpService } from './sign-up-service.js'

export interface TenantDeps {
  platform: Platform
  catalogue: Catalogue
  passwords: Passwords
  verifications: VerificationService
}

/** Organizations, sign-up, industries, modules of organizations. */
export const tenantService = ({ platform, catalogue, passwords, verifications }: TenantDeps): FastifyPluginAsyncTypebox => async (app) => {
  const { core } = platform.database
  const organizations = createOrganizationRepository(core)
  const industries = createIndustryRepository(core)
  const assignments = createAssignmentRepository(core)
  await app.register(signUpRoutes({ signUps: createSignUpService({ platform, catalogue, passwords, organizations, industries, assignments, verifications }) }))
  await app.register(organizationRoutes({ organizations: createOrganizationService({ platform, organizations }) }))
  await app.register(industryRoutes({ industries, catalogue }))
  await app.register(assignmentRoutes({ assignments: createAssignmentService({ platform, catalogue, organizations, assignments }) }))
}
