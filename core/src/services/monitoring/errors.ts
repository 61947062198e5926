import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the monitoring service. Listed in docs/errors.md. */
export const monitoringErrors = errorTable('MONITORING', {
  SERVICE_NOT_FOUND: ['not_found', 'There is no service “{name}”.'],
  ALERT_NOT_FOUND: ['not_found', 'There is no such alert.'],
  FLAG_NOT_FOUND: ['not_found', 'There is no feature flag “{key}”.'],
  FLAG_TAKEN: ['conflict', 'There is a feature flag “{key}”.'],
  UNKNOWN_ORGANIZATION: ['unprocessable', 'There is no organization {id}.'],
  METRICS_CLOSED: ['unauthorized', 'Metrics are for this machine, or for whoever has the token of INNOERP_METRICS_TOKEN.'],
})
