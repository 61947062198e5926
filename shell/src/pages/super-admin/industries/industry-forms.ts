import { formOf } from '@innoerp/sdk/ui'
import { industries, templateOf, type IndustryDraft, type IndustryRecord, type TemplateDraft, type TemplateModule } from '../../../clients/industries'

const WORDS = {
  industry_name: { type: 'string', minLength: 1, maxLength: 100 },
  description: { type: 'string', maxLength: 500 },
  is_active: { type: 'boolean', default: true },
}
const ORDER = { type: 'integer', minimum: 0, maximum: 10_000, default: 100 }
const REQUIRED = { type: 'boolean', default: true }

export const newIndustryForm = formOf<IndustryRecord, IndustryDraft>({
  name: 'industry',
  schema: { properties: { industry_code: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,49}$', maxLength: 50 }, ...WORDS }, required: ['industry_code', 'industry_name'] },
  target: industries,
  fields: { description: { kind: 'multiline', lines: 3 } },
})

/** The code stays: organizations name it. */
export const industryForm = formOf<IndustryRecord, IndustryDraft>({
  name: 'industry',
  schema: { properties: WORDS, required: ['industry_name'] },
  target: industries,
  fields: { description: { kind: 'multiline', lines: 3 } },
})

/** Adds one of `ids` to the template of an industry. */
export const newTemplateModuleForm = (code: string, ids: readonly string[]) =>
  formOf<TemplateModule, TemplateDraft>({
    name: 'templateModule',
    schema: { properties: { module_id: { type: 'string', enum: ids }, is_required: REQUIRED, display_order: ORDER }, required: ['module_id'] },
    target: templateOf(code),
    fields: { module_id: { label: 'field.module' } },
  })

export const templateModuleForm = (code: string) =>
  formOf<TemplateModule, TemplateDraft>({ name: 'templateModule', schema: { properties: { is_required: REQUIRED, display_order: ORDER } }, target: templateOf(code) })
