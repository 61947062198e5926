/** How every connection that runs statements of services or modules is set up: times in UTC, nothing that goes on for ever. */
export const SESSION = '-c TimeZone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000'
