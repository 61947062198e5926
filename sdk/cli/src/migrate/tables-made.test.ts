import { expect, test } from 'vitest'
import { tablesMade } from './tables-made.js'

const made = (...expand: string[]) => Object.fromEntries([...tablesMade([{ file: '0001-a.ts', expand, contract: [] }])].map(([table, columns]) => [table, [...columns].sort()]))

test('columns of tables, as knex and people write them', () => {
  expect(made(`create table "m"."a" ("x" numeric(10, 2) default 'a, b', "y" text check ("y" in ('(', 'b')), constraint "k" primary key ("x", "y"), primary key ("x"))`)).toEqual({ a: ['x', 'y'] })
  expect(made('create table if not exists m.b (\n  one int not null,\n  two text,\n  unique (one)\n)')).toEqual({ b: ['one', 'two'] })
})

test('what is added, renamed and taken away afterwards', () => {
  const create = 'create table "m"."a" ("x" int, "y" int)'
  expect(made(create, 'alter table "m"."a" add column "z" text default \'a, b\', add column "w" int')).toEqual({ a: ['w', 'x', 'y', 'z'] })
  expect(made(create, 'alter table m.a drop column y', 'alter table "m"."a" rename "x" to "q"')).toEqual({ a: ['q'] })
  expect(made(create, 'alter table "m"."a" add constraint "k" check (x > 0)', 'alter table "m"."a" add foreign key (x) references m.b (id)')).toEqual({ a: ['x', 'y'] })
  expect(made(create, 'drop table if exists "m"."a" cascade')).toEqual({})
})
