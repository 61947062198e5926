import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the monitoring service. Listed in docs/errors.md. */
export const monitoringErrors = errorTable('MONITORING', {
  SERVICE_NOT_FOUND: ['not_found', 'There is no service “{name}”.'],
  ALERT_NOT_FOUND: ['not_found', 'There is no such alert.'],
  FLAG_NOT_FOUND: ['not_found', 'There is no feature flag “{key}”.'],
  FLAG_TAKEN: ['conflict', 'There is a feature flag “{key}”.'],
  UNKNOWN_ORGANIZATION: ['unprocessable', 'There is no organization {id}.'],
  BROKERS_AWAY: ['unavailable', 'The brokers of KAFKA_BROKERS do not answer. Events wait in the outbox until they are back.'],
  REDIS_AWAY: ['unavailable', 'Redis does not answer. Everything else works meanwhile.'],
  NOT_OF_OURS: ['not_found', 'There is no such topic or group of this host.'],
  LETTER_NOT_FOUND: ['not_found', 'There is no such dead letter.'],
  REPLAY_FAILED: ['unprocessable', 'The consumer “{consumer}” failed once more; its log says why.'],
  METRICS_CLOSED: ['unauthorized', 'Metrics are for this machine, or for whoever has the token of INNOERP_METRICS_TOKEN.'],
})
