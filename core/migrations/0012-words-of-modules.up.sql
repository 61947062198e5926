-- What a super admin calls a module; what is absent is as its manifest says.
alter table tenant.module_registry add column shown jsonb not null default '{}';
