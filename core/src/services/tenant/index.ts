import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Operations } from '../../modules/operations/operations.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Platform } from '../../platform/platform.js'
import type { Passwords } from '../auth/passwords.js'
import type { VerificationService } from '../auth/verification-service.js'
import { createAssignmentRepository } from './assignment-repository.js'
import { createAssignmentService } from './assignment-service.js'
import { brandingRoutes } from './branding/branding-routes.js'
import { createBrandingService } from './branding/branding-service.js'
import { createBulkAssignmentService } from './bulk-assignment-service.js'
import { bulkModuleRoutes } from './bulk-module-routes.js'
import type { Catalogue } from './catalogue-port.js'
import { exportRoutes } from './export-routes.js'
import { createExportFiles } from '../../platform/exports/export-files.js'
import { createExportService } from './export-service.js'
import { industryAdminRoutes } from './industry-admin-routes.js'
import { createIndustryRepository } from './industry-repository.js'
import { industryRoutes } from './industry-routes.js'
import { moduleRequestRoutes } from './module-request-routes.js'
import { createModuleRequests } from './module-requests.js'
import { assignmentRoutes } from './module-routes.js'
import { organizationAdminRoutes } from './organization-admin-routes.js'
import { createOrganizationAdminService } from './organization-admin-service.js'
import { createOrganizationRepository } from './organization-repository.js'
import { organizationRoutes, signUpRoutes } from './organization-routes.js'
import { createOrganizationService } from './organization-service.js'
import { signUpRequestRoutes } from './sign-up-request-routes.js'
import { createSignUpRequests } from './sign-up-requests.js'
import { createSignUpService } from './sign-up-service.js'
import { moneyRoutes } from './subscriptions/money-routes.js'
import { invoiceProvider } from './subscriptions/payment-provider.js'
import { planRoutes } from './subscriptions/plan-routes.js'
import { createPlanService } from './subscriptions/plan-service.js'
import { createSubscriptionRepository } from './subscriptions/subscription-repository.js'
import { subscriptionRoutes } from './subscriptions/subscription-routes.js'
import { createSubscriptionService, type SubscriptionService } from './subscriptions/subscription-service.js'
import { keepTerms } from './terms.js'
import { createUsageService, type CountsOf } from './usage-service.js'

export interface TenantDeps {
  platform: Platform
  tenants: TenantDirectory
  catalogue: Catalogue
  passwords: Passwords
  verifications: VerificationService
  operations: Operations
  /** What modules count of an organization. */
  countsOf: CountsOf
}

const subscriptionsOf = (platform: Platform): SubscriptionService =>
  createSubscriptionService({ platform, rows: createSubscriptionRepository(platform.database.core), payments: invoiceProvider })

/** Begins to look after what ends by itself; returns how to stop it. */
export const startTerms = (platform: Platform): (() => void) => keepTerms({ platform, subscriptions: subscriptionsOf(platform) })

/** Organizations, sign-up, branding, plans, industries, modules of organizations, the registry of modules. */
export const tenantService = (deps: TenantDeps): FastifyPluginAsyncTypebox => async (app) => {
  const { platform, tenants, catalogue, passwords, verifications, operations, countsOf } = deps
  const { core } = platform.database
  const rows = createOrganizationRepository(core)
  const industries = createIndustryRepository(core)
  const assignmentRows = createAssignmentRepository(core)
  const subscriptionRows = createSubscriptionRepository(core)
  const requests = createSignUpRequests(platform)
  const organizations = createOrganizationService({ platform, organizations: rows })
  const assignments = createAssignmentService({ platform, catalogue, organizations: rows, assignments: assignmentRows })
  const bulk = createBulkAssignmentService({ platform, catalogue, organizations: rows, industries, assignments: assignmentRows, subscriptions: subscriptionRows })
  const subscriptions = subscriptionsOf(platform)
  const signUps = createSignUpService({ platform, catalogue, passwords, organizations: rows, industries, assignments: assignmentRows, verifications, requests })

  await app.register(signUpRoutes({ signUps }))
  await app.register(signUpRequestRoutes({ requests, signUps }))
  await app.register(organizationRoutes({ organizations }))
  await app.register(
    organizationAdminRoutes({
      organizations,
      rows,
      admin: createOrganizationAdminService({ platform, organizations: rows }),
      subscriptions,
      usage: createUsageService({ platform, tenants, countsOf }),
    }),
  )
  await app.register(exportRoutes({ platform, exports: createExportService({ files: createExportFiles({ database: platform.database, home: platform.config.home }), operations, organizations: rows }) }))
  await app.register(brandingRoutes({ branding: createBrandingService(platform) }))
  await app.register(planRoutes({ rows: subscriptionRows, plans: createPlanService(platform, subscriptionRows) }))
  await app.register(moneyRoutes(platform))
  await app.register(subscriptionRoutes({ platform, subscriptions }))
  await app.register(industryRoutes({ industries, catalogue }))
  await app.register(industryAdminRoutes({ platform, catalogue }))
  await app.register(assignmentRoutes({ assignments }))
  await app.register(moduleRequestRoutes({ requests: createModuleRequests({ platform, catalogue }) }))
  await app.register(bulkModuleRoutes({ catalogue, industries, assignments, bulk }))
}
