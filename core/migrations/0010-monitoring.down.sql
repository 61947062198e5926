drop table platform.feature_flags, platform.settings, platform.alerts, platform.service_minutes, platform.log_entries;
drop function platform.keep_log_partitions;
