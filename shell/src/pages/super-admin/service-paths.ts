/** Where the pages of the core services stand. */
const MONITOR_PATH = '/super-admin/monitor'
export const HEALTH_PATH = `${MONITOR_PATH}/health`
export const LOGS_PATH = `${MONITOR_PATH}/logs`
export const LIVE_LOG_PATH = `${LOGS_PATH}/live`
export const RESPONSE_TIMES_PATH = `${MONITOR_PATH}/response-times`
export const EVENTS_PATH = `${MONITOR_PATH}/kafka`
export const CACHE_PATH = `${MONITOR_PATH}/redis`
export const JOBS_PATH = `${MONITOR_PATH}/jobs`
export const MAIL_PATH = `${MONITOR_PATH}/mail`
export const KIBANA_PATH = `${MONITOR_PATH}/kibana`
export const ALERTS_PATH = '/super-admin/alerts'
export const AUDIT_PATH = '/super-admin/audit'
export const FLAGS_PATH = '/super-admin/feature-flags'
export const SETTINGS_PATH = '/super-admin/settings'
export const ADMINS_PATH = '/super-admin/admins'
export const SIGN_UPS_PATH = '/super-admin/signup-requests'
export const INDUSTRIES_PATH = '/super-admin/industries'
export const industryPath = (code: string): string => `${INDUSTRIES_PATH}/${code}`
export const PLANS_PATH = '/super-admin/plans'
export const SUBSCRIPTIONS_PATH = '/super-admin/subscriptions'
export const ORDERS_PATH = '/super-admin/orders'
export const PAYMENTS_PATH = '/super-admin/payments'
