drop table users.user_roles, users.roles, users.profiles;
