alter table tenant.module_registry drop column shown;
