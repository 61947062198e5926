alter table tenant.organizations drop column custom_domain, drop column deleted_at;
drop index if exists tenant.organizations_trial_ends_at_idx;
drop table tenant.signup_requests, tenant.organization_branding, tenant.payments, tenant.subscription_orders, tenant.organization_subscriptions, tenant.subscription_plans;
