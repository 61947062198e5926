drop table platform.trusted_keys, tenant.rollout_moves, tenant.rollouts, platform.operations;
delete from tenant.module_migrations where phase = 'contract';
alter table tenant.module_migrations drop constraint module_migrations_pkey, add primary key (module_id, name), drop column phase;
alter table tenant.organization_modules
  drop column settings, drop column requests_per_minute, drop column jobs_per_hour, drop column storage_mb,
  alter column version_range drop not null, alter column version_range drop default;
alter table tenant.organization_modules rename column version_range to version;
update tenant.organization_modules set version = null where version = 'stable';
alter table tenant.module_registry
  drop column package_name, drop column uninstalled_at, drop column stable, drop column beta, drop column granted_capabilities;
alter table tenant.module_versions drop constraint module_versions_state_check,
  drop column manifest, drop column isolation, drop column key_id, drop column size_bytes;
update tenant.module_versions set state = 'verified' where state in ('staged', 'installed');
update tenant.module_versions set state = 'retired' where state = 'quarantined';
alter table tenant.module_versions add constraint module_versions_state_check check (state in ('fetched', 'verified', 'migrated', 'active', 'failed', 'retired'));
