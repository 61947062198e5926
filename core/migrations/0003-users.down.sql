drop schema auth cascade;
drop schema users cascade;
