import { migration } from '@innoerp/sdk/server'
import { ACCOUNT_IN_USE, JOURNAL_IN_USE } from './rules/in-use.js'
import { LINE_RULES } from './rules/line-rules.js'
import { ENTRY_HASH, ENTRY_POST, ENTRY_RULES } from './rules/entry-rules.js'
import { ENTRY_BALANCED } from './rules/entry-balanced.js'

const FUNCTIONS = ['account_in_use', 'journal_in_use', 'line_rules', 'entry_rules', 'entry_balanced']

/** What must hold in the books whoever writes to them, this module's code or not. */
export default migration({
  expand: (schema) => {
    for (const rule of [ACCOUNT_IN_USE, JOURNAL_IN_USE, LINE_RULES, ENTRY_HASH, ENTRY_POST, ENTRY_RULES, ENTRY_BALANCED]) {
      // Whoever may purge an organization may take its posted entries away.
      schema.raw(rule.replaceAll('{owner}', `'${schema.names.owner}'`))
    }
    schema.raw(`create trigger account_in_use before update of is_group, deleted_at on {schema}.account
      for each row execute function {schema}.account_in_use()`)
    schema.raw(`create trigger journal_in_use before update of code, deleted_at on {schema}.journal
      for each row execute function {schema}.journal_in_use()`)
    schema.raw(`create trigger line_rules before insert or update or delete on {schema}.line
      for each row execute function {schema}.line_rules()`)
    schema.raw(`create trigger entry_rules before insert or update or delete on {schema}.entry
      for each row execute function {schema}.entry_rules()`)
    schema.raw(`create constraint trigger entry_balanced after insert or update of state on {schema}.entry
      deferrable initially deferred for each row when (new.state = 'posted') execute function {schema}.entry_balanced()`)
  },
  down: (schema) => {
    for (const name of FUNCTIONS) schema.raw(`drop function if exists {schema}.${name}() cascade`)
    schema.raw('drop function if exists {schema}.entry_post cascade')
    schema.raw('drop function if exists {schema}.entry_hash cascade')
  },
})
