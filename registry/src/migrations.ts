export interface RegistryMigration {
  id: string
  up: string
  down: string
  /** What {@link registryGrants} gives of these tables. */
  grants: (role: string) => string
}

const quoted = (role: string) => `"${role.replaceAll('"', '""')}"`

/**
 * The registry's tables, in the order in which they are made. They belong to the platform, not to an organization, so they carry
 * no `organization_id` and no policies. Run them as the owner of the schema; the role that serves needs {@link registryGrants}.
 */
export const registryMigrations: readonly RegistryMigration[] = [
  {
    id: 'registry-0001-packages',
    up: `
      create schema registry;

      create table registry.packages (
        name text primary key check (length(name) between 1 and 214),
        revision uuid not null default gen_random_uuid(),
        created_at timestamptz not null default clock_timestamp(),
        modified_at timestamptz not null default clock_timestamp()
      );

      create table registry.versions (
        package text not null references registry.packages (name),
        version text not null,
        manifest json not null,
        module json,
        readme text not null,
        integrity text not null,
        shasum text not null,
        size integer not null check (size > 0),
        file_count integer not null,
        unpacked_size integer not null,
        deprecated text,
        published_at timestamptz not null default clock_timestamp(),
        primary key (package, version)
      );

      create table registry.dist_tags (
        package text not null,
        tag text not null,
        version text not null,
        primary key (package, tag),
        foreign key (package, version) references registry.versions (package, version)
      );
      create index dist_tags_version on registry.dist_tags (package, version);`,
    down: 'drop schema registry cascade;',
    grants: (role) => `
      grant usage on schema registry to ${quoted(role)};
      grant select, insert on registry.packages, registry.versions to ${quoted(role)};
      grant update (revision, modified_at) on registry.packages to ${quoted(role)};
      grant update (deprecated) on registry.versions to ${quoted(role)};
      grant select, insert, update, delete on registry.dist_tags to ${quoted(role)};`,
  },
  {
    id: 'registry-0002-tokens',
    up: `
      create table registry.tokens (
        id uuid primary key default gen_random_uuid(),
        name text not null check (length(name) between 1 and 100),
        packages text not null check (length(packages) between 1 and 214),
        digest text not null unique,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz,
        last_used_at timestamptz
      );`,
    down: 'drop table registry.tokens;',
    grants: (role) => `
      grant select, insert, delete on registry.tokens to ${quoted(role)};
      grant update (last_used_at) on registry.tokens to ${quoted(role)};`,
  },
]

/**
 * What the role that serves the registry needs, and no more: it can neither delete a version nor change its content.
 *
 * @param role name of an existing role
 */
export const registryGrants = (role: string): string => registryMigrations.map(({ grants }) => grants(role)).join('\n')
