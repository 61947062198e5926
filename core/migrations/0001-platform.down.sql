drop table platform.idempotency_keys, platform.dead_letters, platform.inbox, platform.outbox;
