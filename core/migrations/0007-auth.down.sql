alter table tenant.organizations drop column registration;
alter table auth.refresh_tokens drop constraint refresh_tokens_family_id_fkey;
drop table auth.account_links, auth.one_time_tokens, auth.sessions;
