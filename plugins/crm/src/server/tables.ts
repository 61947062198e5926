/** Tables of this module as its own statements name them. */
export const COMPANY = 'mod_crm.company'
export const CONTACT = 'mod_crm.contact'
export const PIPELINE = 'mod_crm.pipeline'
export const STAGE = 'mod_crm.stage'
export const DEAL = 'mod_crm.deal'
