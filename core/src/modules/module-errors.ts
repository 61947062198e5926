import { errorTable } from '@innoerp/sdk/contract'

/** Errors of installing and loading modules. Listed in docs/errors.md. */
export const moduleErrors = errorTable('MODULE', {
  BAD_MANIFEST: ['unprocessable', 'The manifest of {name} cannot be used. {where}'],
  BAD_SIGNATURE: ['unprocessable', '{name} {version} is {state}: {problem}. Only packages signed by a trusted key are installed.'],
  BAD_PACKAGE: ['unprocessable', 'The package {name} is refused: {problem}.'],
  INCOMPATIBLE: ['unprocessable', '{name} {version} needs {need}; this host has {have}.'],
  BAD_ROUTE: ['unprocessable', '{name}: the route {route} needs config: { permission } with a permission of the manifest, or config: { public: true }.'],
  BAD_TABLE: ['unprocessable', '{name}: the table {table} has no forced row level security. Make it with schema.tenantTable().'],
  BAD_EVENT: ['internal', '{name} publishes {topic}, which its manifest does not list under events.publishes.'],
  UNDECLARED: ['unprocessable', '{name} gives the {kind} {what}, which its manifest does not list.'],
  PORT_NOT_FOUND: ['unavailable', 'No enabled module of this organization offers {port}.'],
  NOT_LOADED: ['unavailable', 'The module is being loaded. Try again in a moment.'],
})
