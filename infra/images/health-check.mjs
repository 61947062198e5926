// Whether the service in this container is ready: it is asked over the loopback, as it listens.
const { PORT = '8000', INNOERP_TLS_CERT } = process.env
// The certificate names the domain, not the loopback.
if (INNOERP_TLS_CERT) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
const answer = await fetch(`${INNOERP_TLS_CERT ? 'https' : 'http'}://127.0.0.1:${PORT}/health/ready`, { signal: AbortSignal.timeout(2_500) }).catch(() => undefined)
process.exit(answer?.ok ? 0 : 1)
