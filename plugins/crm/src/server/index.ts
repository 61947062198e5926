import { crudRoutes, defineModule, importRoutes } from '@innoerp/sdk/server'
import { CompanyList } from '../shared/company.js'
import { ContactList } from '../shared/contact.js'
import { DealList } from '../shared/deal.js'
import { createCompanyImport } from './company-import.js'
import { createCompanyRepository } from './company-repository.js'
import { createCompanyService } from './company-service.js'
import { createContactRepository } from './contact-repository.js'
import { createContactService } from './contact-service.js'
import { createDealRepository } from './deal-repository.js'
import { createDealService } from './deal-service.js'
import { createExportCompanies } from './export/export-companies.js'
import { exportRoutes } from './export/export-routes.js'
import { createPipelineRepository } from './pipeline-repository.js'
import { pipelineRoutes } from './pipeline-routes.js'
import { createPipelineService } from './pipeline-service.js'
import { createReferences } from './references.js'

const access = { read: 'crm.read', write: 'crm.write' }

export default defineModule({
  setup({ db, events, core }) {
    const references = createReferences({ db, core })
    const companyRepository = createCompanyRepository(db)
    const companies = createCompanyService({ companies: companyRepository, references, events })
    const contacts = createContactService({ contacts: createContactRepository(db), references, events })
    const pipelines = createPipelineService({ pipelines: createPipelineRepository(db) })
    const deals = createDealService({ deals: createDealRepository(db), pipelines, references, events })
    const companyImport = createCompanyImport({ companies: companyRepository, events })
    const exportCompanies = createExportCompanies({ companies: companyRepository })
    return {
      routes: async (app) => {
        await app.register(crudRoutes({ ...access, list: CompanyList, service: companies }), { prefix: '/companies' })
        await app.register(importRoutes({ ...companyImport, permission: 'crm.import' }), { prefix: '/companies/import' })
        await app.register(exportRoutes({ exportCompanies }), { prefix: '/companies/export' })
        await app.register(crudRoutes({ ...access, list: ContactList, service: contacts }), { prefix: '/contacts' })
        await app.register(crudRoutes({ ...access, list: DealList, service: deals }), { prefix: '/deals' })
        await app.register(pipelineRoutes({ pipelines }), { prefix: '/pipelines' })
      },
    }
  },
})
