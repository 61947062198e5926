import type { ShellPage } from '../../root/page-table'
import { ANALYTICS_PATH, TENANTS_PATH } from './paths'
import * as at from './service-paths'

/** Below the entry of the tenants. */
export const TENANT_PAGES = [
  { path: TENANTS_PATH, label: 'tenants.all' },
  { path: ANALYTICS_PATH, label: 'analytics.title' },
  { path: at.SIGN_UPS_PATH, label: 'signUp.list' },
]

const BILLING_PAGES = [
  { path: at.PLANS_PATH, label: 'plan.list' },
  { path: at.SUBSCRIPTIONS_PATH, label: 'subscription.list' },
  { path: at.ORDERS_PATH, label: 'order.list' },
  { path: at.PAYMENTS_PATH, label: 'payment.list' },
]

const MONITOR_PAGES = [
  { path: at.HEALTH_PATH, label: 'health.title' },
  { path: at.LOGS_PATH, label: 'log.list' },
  { path: at.RESPONSE_TIMES_PATH, label: 'times.title' },
  { path: at.EVENTS_PATH, label: 'events.title' },
  { path: at.CACHE_PATH, label: 'cache.title' },
  { path: at.JOBS_PATH, label: 'job.list' },
  { path: at.MAIL_PATH, label: 'mail.list' },
  { path: at.KIBANA_PATH, label: 'kibana.title' },
]

const SECURITY_PAGES = [
  { path: at.ALERTS_PATH, label: 'alert.list' },
  { path: at.AUDIT_PATH, label: 'audit.list' },
]

const PLATFORM_PAGES = [
  { path: at.SETTINGS_PATH, label: 'platform.general' },
  { path: at.FLAGS_PATH, label: 'flag.list' },
  { path: at.ADMINS_PATH, label: 'admin.list' },
]

/** The pages of the core services. */
export const servicePages: readonly ShellPage[] = [
  { path: ANALYTICS_PATH, load: () => import('./analytics/analytics-page') },
  { path: at.SIGN_UPS_PATH, load: () => import('./sign-ups/sign-ups-page') },
  { path: at.INDUSTRIES_PATH, load: () => import('./industries/industries-page'), entry: { label: 'industry.list', icon: 'factory', group: 'first', key: 'I' } },
  { path: at.industryPath(':code'), load: () => import('./industries/industry-page') },
  { path: at.PLANS_PATH, load: () => import('./billing/plans-page'), entry: { label: 'billing.title', icon: 'receipt', group: 'first', key: 'B', pages: BILLING_PAGES } },
  { path: at.SUBSCRIPTIONS_PATH, load: () => import('./billing/subscriptions-page') },
  { path: at.ORDERS_PATH, load: () => import('./billing/orders-page') },
  { path: at.PAYMENTS_PATH, load: () => import('./billing/payments-page') },
  { path: at.HEALTH_PATH, load: () => import('./monitoring/health-page'), entry: { label: 'monitor.title', icon: 'chart', group: 'operations', key: 'O', pages: MONITOR_PAGES } },
  { path: at.LOGS_PATH, load: () => import('./monitoring/logs-page') },
  { path: at.LIVE_LOG_PATH, load: () => import('./monitoring/live-log-page') },
  { path: at.RESPONSE_TIMES_PATH, load: () => import('./monitoring/response-times-page') },
  { path: at.EVENTS_PATH, load: () => import('./monitoring/events-page') },
  { path: at.CACHE_PATH, load: () => import('./monitoring/cache-page') },
  { path: at.JOBS_PATH, load: () => import('./monitoring/jobs-page') },
  { path: at.MAIL_PATH, load: () => import('./monitoring/mail-page') },
  { path: at.KIBANA_PATH, load: () => import('./monitoring/kibana-page') },
  { path: at.ALERTS_PATH, load: () => import('./alerts/alerts-page'), entry: { label: 'security.title', icon: 'shield', group: 'operations', key: 'A', pages: SECURITY_PAGES } },
  { path: at.AUDIT_PATH, load: () => import('./audit/audit-page') },
  { path: at.SETTINGS_PATH, load: () => import('./settings/settings-page'), entry: { label: 'platform.title', icon: 'settings', group: 'last', key: 'S', pages: PLATFORM_PAGES } },
  { path: at.FLAGS_PATH, load: () => import('./flags/flags-page') },
  { path: at.ADMINS_PATH, load: () => import('./admins/admins-page') },
]
