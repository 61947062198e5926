-- Rollouts may give a module to organizations that lack it; whom they gave it to has no range to go back to.
alter table tenant.rollouts add column enables boolean not null default false;
alter table tenant.rollout_moves alter column range_before drop not null;
