drop policy processes on platform.inbox;
drop policy processes on platform.outbox;
revoke all on platform.inbox, platform.outbox from {processes};
revoke usage on schema platform from {processes};
drop schema innoerp cascade;
