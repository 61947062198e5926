delete from tenant.rollout_moves where range_before is null;
alter table tenant.rollout_moves alter column range_before set not null;
alter table tenant.rollouts drop column enables;
