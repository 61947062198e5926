/** Notes that a consumer had its effect of an event; no row where it had it before. Runs in the transaction of the effect. */
export const RECORD_EFFECT = 'insert into platform.inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning 1 as is_new'
