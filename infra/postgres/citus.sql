-- Spreads the tables of the modules over the nodes of a Citus cluster, by organization: run once as their owner on the coordinator,
-- after the modules are installed. Made from the catalogue by core/test/citus.test.ts; core/docs/operations/citus.md says what stays.
begin;
-- Each of these looks at rows of its own organization alone, so they may run where the row is:
--   account_in_use of mod_finance.account
--   account_place of mod_finance.account
--   entry_balanced of mod_finance.entry
--   entry_rules of mod_finance.entry
--   immutable of mod_inventory.move
--   immutable_as_a_whole of mod_inventory.move
--   journal_in_use of mod_finance.journal
--   line_rules of mod_finance.line
--   no_circle of mod_finance.account
--   no_circle of mod_hr.department
--   no_circle of mod_hr.employee
--   no_circle of mod_inventory.location
--   post of mod_inventory.move
set local citus.enable_unsafe_triggers to on;
alter table mod_hr.employee drop constraint employee_organization_id_department_id_fkey;
select create_distributed_table('mod_crm.company', 'organization_id');
select create_distributed_table('mod_crm.contact', 'organization_id');
select create_distributed_table('mod_crm.pipeline', 'organization_id');
select create_distributed_table('mod_crm.stage', 'organization_id');
select create_distributed_table('mod_crm.deal', 'organization_id');
select create_distributed_table('mod_finance.account', 'organization_id');
select create_distributed_table('mod_finance.journal', 'organization_id');
select create_distributed_table('mod_finance.entry', 'organization_id');
select create_distributed_table('mod_finance.line', 'organization_id');
select create_distributed_table('mod_finance.number_series', 'organization_id');
select create_distributed_table('mod_hr.employee', 'organization_id');
select create_distributed_table('mod_hr.department', 'organization_id');
select create_distributed_table('mod_inventory.item', 'organization_id');
select create_distributed_table('mod_inventory.location', 'organization_id');
select create_distributed_table('mod_inventory.move', 'organization_id');
select create_distributed_table('mod_inventory.stock', 'organization_id');
select create_distributed_table('mod_projects.project', 'organization_id');
select create_distributed_table('mod_projects.project_member', 'organization_id');
select create_distributed_table('mod_projects.task', 'organization_id');
select create_distributed_table('mod_projects.task_comment', 'organization_id');
alter table mod_hr.employee add constraint employee_organization_id_department_id_fkey FOREIGN KEY (organization_id, department_id) REFERENCES mod_hr.department(organization_id, id) ON DELETE SET NULL (department_id);
commit;
