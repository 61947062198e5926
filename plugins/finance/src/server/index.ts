import { defineModule, importRoutes, port } from '@innoerp/sdk/server'
import { AccountLookup } from '../shared/lookup.js'
import { createAccountImport } from './account-import.js'
import { createAccountRepository } from './account-repository.js'
import { accountRoutes } from './account-routes.js'
import { createAccountService } from './account-service.js'
import { createApplyTemplate } from './chart/apply-template.js'
import { createEntryRepository } from './entry-repository.js'
import { entryRoutes } from './entry-routes.js'
import { createEntryService } from './entry-service.js'
import { createJournalRepository } from './journal-repository.js'
import { journalRoutes } from './journal-routes.js'
import { createJournalService } from './journal-service.js'
import { prepareLinesOf } from './lines.js'
import { createPosting } from './posting.js'
import { reportRoutes } from './report-routes.js'
import { createReadTrialBalance } from './trial-balance.js'

export default defineModule({
  setup({ db, events }) {
    const accountRepository = createAccountRepository(db)
    const journalRepository = createJournalRepository(db)
    const entryRepository = createEntryRepository(db)
    const accounts = createAccountService({ accounts: accountRepository, events })
    const journals = createJournalService({ journals: journalRepository, events })
    const accountImport = createAccountImport({ accounts: accountRepository, events })
    const applyTemplate = createApplyTemplate({ accounts: accountRepository, journals: journalRepository, events })
    const entries = createEntryService({ entries: entryRepository, prepareLines: prepareLinesOf(accountRepository) })
    const posting = createPosting({ entries: entryRepository, events })
    const readTrialBalance = createReadTrialBalance(db)
    return {
      routes: async (app) => {
        await app.register(accountRoutes({ accounts, applyTemplate }), { prefix: '/accounts' })
        await app.register(importRoutes({ ...accountImport, permission: 'finance.configure' }), { prefix: '/accounts/import' })
        await app.register(journalRoutes({ journals }), { prefix: '/journals' })
        await app.register(entryRoutes({ entries, posting }), { prefix: '/entries' })
        await app.register(reportRoutes({ readTrialBalance }), { prefix: '/reports' })
      },
      ports: { 'finance.account.lookup': port({ input: AccountLookup, permission: 'finance.read' }, (ctx, input) => accounts.lookup(ctx, input)) },
    }
  },
})
