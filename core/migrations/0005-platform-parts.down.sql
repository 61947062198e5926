drop schema if exists graphile_worker cascade;
drop function platform.seal_audit, platform.audit_hash, platform.personal_digest;
drop table platform.files, platform.mail_outbox, platform.audit_head, platform.audit_personal, platform.audit_log, platform.jobs, platform.module_usage;
drop function platform.enqueue_job;
drop aggregate platform.sum_counts(integer[]);
drop function platform.add_counts;
