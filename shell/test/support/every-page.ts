import type { TestHost, TestTenant } from '@innoerp/core/testing'

/** What the pages show. */
export interface Samples {
  project: string
  task: string
  company: string
  employee: string
  item: string
  tenant: string
  invitation: string
}

/** A page: where it is, and its title in English and German. */
export interface PageCase {
  name: string
  /** Its host: `''` is the platform's own. */
  host: '' | 'acme' | 'globex' | 'admin'
  path: (samples: Samples) => string
  en: string
  de: string
  /** Said by the page in English once it has what it shows. */
  shows: string
}

const at = (host: PageCase['host'], pages: readonly Omit<PageCase, 'host'>[]): PageCase[] => pages.map((page) => ({ host, ...page }))
const same = (title: string) => ({ en: title, de: title })
const projects = (rest: string): string => `/tenant-admin/projects${rest}`
const crm = (rest: string): string => `/tenant-admin/crm${rest}`
const hr = (rest: string): string => `/tenant-admin/hr${rest}`
const inventory = (rest: string): string => `/tenant-admin/inventory${rest}`
const tenants = (rest: string): string => `/super-admin/tenants${rest}`

/** Of the form that a mail carries. */
const TOKEN = 'a'.repeat(32)

const PUBLIC: readonly PageCase[] = [
  { name: 'sign-up', host: '', path: () => '/', en: 'Create your company', de: 'Unternehmen anlegen', shows: 'innoERP' },
  { name: 'find address', host: '', path: () => '/sign-in', en: 'Where do you sign in?', de: 'Wo melden Sie sich an?', shows: 'localhost' },
  { name: 'sign-in', host: 'globex', path: () => '/sign-in', en: 'Sign in to globex', de: 'Bei globex anmelden', shows: 'innoERP' },
  { name: 'forgot password', host: 'globex', path: () => '/forgot-password', en: 'Forgot your password?', de: 'Passwort vergessen?', shows: 'innoERP' },
  { name: 'reset password', host: 'globex', path: () => `/reset-password?token=${TOKEN}`, en: 'Choose a new password', de: 'Neues Passwort wählen', shows: 'innoERP' },
  { name: 'verify e-mail', host: 'globex', path: () => `/verify-email?token=${TOKEN}`, en: 'Confirm your e-mail address', de: 'E-Mail-Adresse bestätigen', shows: 'innoERP' },
  {
    name: 'accept invitation',
    host: 'globex',
    path: ({ invitation }) => `/accept-invitation/${invitation}`,
    en: 'Join globex',
    de: 'globex beitreten',
    shows: 'innoERP',
  },
]

const TENANT = at('acme', [
  { name: 'dashboard', path: () => '/tenant-admin', en: 'Dashboard', de: 'Übersicht', shows: 'Projects' },
  { name: 'people', path: () => '/tenant-admin/users', en: 'Users and teams', de: 'Benutzer und Teams', shows: 'Olive Owner' },
  {
    name: 'invitations',
    path: () => '/tenant-admin/users/invitations',
    en: 'Users and teams',
    de: 'Benutzer und Teams',
    shows: 'new@acme.example',
  },
  { name: 'settings', path: () => '/tenant-admin/settings', en: 'General', de: 'Allgemein', shows: 'acme' },
  { name: 'profile', path: () => '/tenant-admin/settings/profile', en: 'Profile', de: 'Profil', shows: 'You sign in with it.' },
  { name: 'branding', path: () => '/tenant-admin/settings/branding', en: 'Branding', de: 'Erscheinungsbild', shows: 'Main colour' },
  { name: 'security', path: () => '/tenant-admin/settings/security', en: 'Security', de: 'Sicherheit', shows: 'This one' },
  { name: 'own modules', path: () => '/tenant-admin/settings/modules', en: 'Modules', de: 'Module', shows: 'Calls this month' },
  { name: 'roles', path: () => '/tenant-admin/users/roles', en: 'Users and teams', de: 'Benutzer und Teams', shows: 'No roles yet' },
  { name: 'audit trail', path: () => '/tenant-admin/audit', en: 'Audit trail', de: 'Protokoll', shows: 'tenant.created' },
  { name: 'background jobs', path: () => '/tenant-admin/audit/jobs', en: 'Background jobs', de: 'Hintergrundaufträge', shows: 'jobs' },
])

const MODULES = at('acme', [
  { name: 'projects', path: () => projects(''), en: 'Projects', de: 'Projekte', shows: 'Crane retrofit' },
  { name: 'board', path: ({ project }) => projects(`/${project}`), ...same('Crane retrofit'), shows: 'Weld check' },
  { name: 'task list', path: ({ project }) => projects(`/${project}?tab=list`), ...same('Crane retrofit'), shows: 'Weld check' },
  { name: 'members', path: ({ project }) => projects(`/${project}?tab=members`), ...same('Crane retrofit'), shows: 'Olive Owner' },
  { name: 'task', path: ({ project, task }) => projects(`/${project}/tasks/${task}`), ...same('Weld check'), shows: 'Nine weeks.' },
  { name: 'companies', path: () => crm(''), en: 'Companies', de: 'Firmen', shows: 'Port of Rostock' },
  { name: 'company', path: ({ company }) => crm(`/companies/${company}`), ...same('Port of Rostock'), shows: 'Marek Nowak' },
  { name: 'contacts', path: () => crm('/contacts'), en: 'Contacts', de: 'Kontakte', shows: 'Marek Nowak' },
  { name: 'deals', path: () => crm('/deals'), en: 'Deals', de: 'Geschäfte', shows: 'Shore power' },
  { name: 'import', path: () => crm('/import'), en: 'Import companies', de: 'Firmen importieren', shows: 'CSV' },
  { name: 'employees', path: () => hr(''), en: 'Employees', de: 'Mitarbeitende', shows: 'Annegret Thomsen' },
  { name: 'employee', path: ({ employee }) => hr(`/employees/${employee}`), ...same('Annegret Thomsen'), shows: 'Managing Director' },
  { name: 'organization chart', path: () => hr('/org-chart'), en: 'Organization chart', de: 'Organigramm', shows: 'Annegret Thomsen' },
  { name: 'items', path: () => inventory(''), en: 'Items', de: 'Artikel', shows: 'Gear oil' },
  { name: 'item', path: ({ item }) => inventory(`/items/${item}`), ...same('Gear oil'), shows: 'Main warehouse' },
  { name: 'moves', path: () => inventory('/moves'), en: 'Moves', de: 'Bewegungen', shows: 'Gear oil' },
])

const PLATFORM = at('admin', [
  { name: 'super admin’s dashboard', path: () => '/super-admin', en: 'Dashboard', de: 'Übersicht', shows: 'globex' },
  { name: 'tenants', path: () => tenants(''), en: 'Tenants', de: 'Mandanten', shows: 'globex' },
  { name: 'tenant', path: ({ tenant }) => tenants(`/${tenant}`), ...same('acme'), shows: 'Olive Owner' },
  { name: 'modules of a tenant', path: ({ tenant }) => tenants(`/${tenant}/modules`), ...same('acme'), shows: 'Project Management' },
  { name: 'subscription of a tenant', path: ({ tenant }) => tenants(`/${tenant}/subscription`), ...same('acme'), shows: 'No plan chosen' },
  { name: 'users of a tenant', path: ({ tenant }) => tenants(`/${tenant}/users`), ...same('acme'), shows: 'owner@acme.example' },
  { name: 'usage of a tenant', path: ({ tenant }) => tenants(`/${tenant}/usage`), ...same('acme'), shows: 'Limits of the plan' },
  { name: 'analytics of tenants', path: () => tenants('/analytics'), en: 'Analytics', de: 'Auswertung', shows: 'Tenants by industry' },
  { name: 'catalogue', path: () => '/super-admin/modules', en: 'Catalogue', de: 'Katalog', shows: 'Project Management' },
  { name: 'available modules', path: () => '/super-admin/modules?tab=available', en: 'Catalogue', de: 'Katalog', shows: 'Everything is installed' },
  { name: 'module', path: () => '/super-admin/modules/crm', ...same('Customer Relationship Management'), shows: 'crm.read' },
  { name: 'versions of a module', path: () => '/super-admin/modules/crm/versions', ...same('Customer Relationship Management'), shows: 'Signature' },
  { name: 'tenants of a module', path: () => '/super-admin/modules/crm/tenants', ...same('Customer Relationship Management'), shows: 'globex' },
  { name: 'rollouts of a module', path: () => '/super-admin/modules/crm/rollouts', ...same('Customer Relationship Management'), shows: 'No rollouts yet' },
  { name: 'capabilities of a module', path: () => '/super-admin/modules/crm/capabilities', ...same('Customer Relationship Management'), shows: 'Nothing beyond' },
  { name: 'settings of a module', path: () => '/super-admin/modules/crm/settings', ...same('Customer Relationship Management'), shows: 'Each tenant sets them' },
  { name: 'packages', path: () => '/super-admin/packages', en: 'Packages', de: 'Pakete', shows: '@innoerp/module-crm' },
  { name: 'author tokens', path: () => '/super-admin/packages/tokens', en: 'Packages', de: 'Pakete', shows: 'No author tokens' },
  { name: 'operations', path: () => '/super-admin/operations', en: 'Operations', de: 'Vorgänge', shows: 'operations' },
  { name: 'usage', path: () => '/super-admin/usage', en: 'Usage', de: 'Nutzung', shows: 'globex' },
  { name: 'trusted keys', path: () => '/super-admin/trusted-keys', en: 'Trusted keys', de: 'Vertraute Schlüssel', shows: 'first-party' },
])

/** Every page of the shell and of its first modules. */
export const PAGES: readonly PageCase[] = [...PUBLIC, ...TENANT, ...MODULES, ...PLATFORM]

const PROJECT = { name: 'Crane retrofit', code: 'HCR', end_date: '2027-01-30', budget: '184000' }
const TASK = { title: 'Weld check', due_date: '2026-01-01', priority: 'high' }
const CLIENT = { name: 'Port of Rostock', city: 'Rostock', country: 'DE', email: 'office@rostock.example' }
const DEAL = { name: 'Shore power', amount: '54000', expected_close_date: '2026-01-01' }

interface Made {
  id: string
}

/** Fills an organization with a record of every kind. */
export async function makeSamples({ acme, globex }: TestHost): Promise<Samples> {
  const { admin, adminId } = acme
  const { id: project } = await admin.post<Made>('/api/v1/projects', PROJECT).expect(201)
  await admin.post(`/api/v1/projects/${project}/members`, { user_id: adminId, role: 'lead' }).expect(201)
  const { id: task } = await admin.post<Made>(`/api/v1/projects/${project}/tasks`, { ...TASK, assignee_id: adminId }).expect(201)
  await admin.post(`/api/v1/projects/${project}/tasks`, { title: 'Ask for offers', parent_id: task, state: 'done' }).expect(201)
  await admin.post(`/api/v1/projects/tasks/${task}/comments`, { body: 'Nine weeks.' }).expect(201)
  const { id: company } = await admin.post<Made>('/api/v1/crm/companies', { ...CLIENT, owner_id: adminId }).expect(201)
  await admin.post('/api/v1/crm/contacts', { first_name: 'Marek', last_name: 'Nowak', company_id: company }).expect(201)
  await admin.post('/api/v1/crm/deals', { ...DEAL, company_id: company, owner_id: adminId }).expect(201)
  const employee = await makeEmployee(acme)
  const item = await makeStock(acme)
  await admin.post('/api/v1/users/invitations', { email: 'new@acme.example', user_type: 'employee' }).expect(201)
  const invited = { email: 'new@globex.example', user_type: 'manager' }
  const { invitation_token } = await globex.admin.post<{ invitation_token: string }>('/api/v1/users/invitations', invited).expect(201)
  return { project, task, company, employee, item, tenant: acme.id, invitation: invitation_token }
}

async function makeEmployee({ admin }: TestTenant): Promise<string> {
  const { id: department_id } = await admin.post<Made>('/api/v1/hr/departments', { name: 'Production', code: 'PRD' }).expect(201)
  const director = { employee_no: '1001', first_name: 'Annegret', last_name: 'Thomsen', job_title: 'Managing Director', department_id }
  const { id } = await admin.post<Made>('/api/v1/hr/employees', director).expect(201)
  await admin.post('/api/v1/hr/employees', { employee_no: '1002', last_name: 'Kowalczyk', manager_id: id, status: 'on_leave' }).expect(201)
  return id
}

async function makeStock({ admin }: TestTenant): Promise<string> {
  const { items: [supplier] } = await admin.get<{ items: Made[] }>('/api/v1/inventory/locations?type=supplier').expect(200)
  const { id: to_location_id } = await admin.post<Made>('/api/v1/inventory/locations', { name: 'Main warehouse', code: 'WH' }).expect(201)
  const { id: item_id } = await admin.post<Made>('/api/v1/inventory/items', { sku: 'OIL-220', name: 'Gear oil', unit: 'l', min_stock: '200' }).expect(201)
  const receipt = { item_id, quantity: '187.5', from_location_id: supplier?.id, to_location_id, reference: 'GR-0415' }
  await admin.post('/api/v1/inventory/moves', receipt).expect(201)
  return item_id
}
