import { Dialog, Facts, Field, keys, useAll, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { MenuItem, Select } from '@innoerp/sdk/ui/mui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { applyIndustry, modulesOf } from '../../../../clients/assignments'
import { industries, templateOf, type IndustryRecord } from '../../../../clients/industries'
import { tenants, type Tenant } from '../../../../clients/tenant'
import { DialogForm } from '../../../parts/dialog-form'
import { Loaded } from '../../../parts/loaded'
import { sorted, useSubscriptions } from '../subscription/use-subscriptions'
import { changeOf, type Named, type TemplateChange } from './template-change'

export interface TemplateDialogProps {
  tenant: Tenant
  open: boolean
  onClose(): void
}

/** Replaces the modules of an organization by those of an industry, and says before which come and which go. */
export function TemplateDialog(props: TemplateDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={props.open} onClose={props.onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Choosing {...props} titleId={titleId} />
    </Dialog>
  )
}

type ContentProps = TemplateDialogProps & { titleId: string }

function useApply({ tenant, onClose }: ContentProps) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  return useMutation<unknown, ApiError, IndustryRecord>({
    mutationFn: ({ industry_code }) => applyIndustry(api, tenant.id, industry_code),
    onSuccess: async (_done, { industry_name }) => {
      await Promise.all([modulesOf(tenant.id).path, tenants.path].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
      toast(t('applyTemplate.done', { industry: industry_name, tenant: tenant.name }))
      onClose()
    },
  })
}

function Choosing(props: ContentProps) {
  const { tenant, titleId, onClose } = props
  const t = useT()
  const all = useAll(industries)
  const apply = useApply(props)
  const [code, setCode] = useState(tenant.industry_code ?? '')
  const industry = all.data?.find(({ id }) => id === code)
  return (
    <DialogForm
      titleId={titleId}
      title={t('applyTemplate.title', { tenant: tenant.name })}
      verb={t('applyTemplate.verb')}
      busy={apply.isPending}
      ready={industry !== undefined}
      error={apply.error}
      onSubmit={() => industry && apply.mutate(industry)}
      onClose={onClose}
    >
      <p className="io-t2 io-dense">{t('applyTemplate.text')}</p>
      <Loaded query={all} failed={t('industry.notLoaded')}>
        {(rows) => (
          <Field label={t('field.industry_name')}>
            {({ id }, labelId) => (
              <Select
                fullWidth
                displayEmpty
                id={id}
                labelId={labelId}
                value={industry ? code : ''}
                onChange={({ target }) => setCode(target.value)}
                renderValue={(value) => rows.find((row) => row.id === value)?.industry_name ?? t('applyTemplate.choose')}
              >
                {rows.map((row) => (
                  <MenuItem key={row.id} value={row.id}>
                    {row.industry_name}
                  </MenuItem>
                ))}
              </Select>
            )}
          </Field>
        )}
      </Loaded>
      {industry && <Effect key={industry.id} tenant={tenant} code={industry.id} />}
    </DialogForm>
  )
}

/** Which modules come, stay and go. */
function Effect({ tenant, code }: { tenant: Tenant; code: string }) {
  const t = useT()
  const template = useAll(useMemo(() => templateOf(code), [code]))
  const assigned = useAll(modulesOf(tenant.id))
  const subscriptions = useSubscriptions(tenant.id)
  const parts = [template, assigned, subscriptions]
  const query = {
    data:
      template.data && assigned.data && subscriptions.data
        ? changeOf({ template: template.data, assigned: assigned.data, subscription: sorted(subscriptions.data.items).current })
        : undefined,
    error: parts.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(parts.map(({ refetch }) => refetch())),
  }
  return (
    <Loaded query={query} failed={t('template.notLoaded')}>
      {(change) => <Change change={change} />}
    </Loaded>
  )
}

function Change({ change: { added, kept, removed, left } }: { change: TemplateChange }) {
  const t = useT()
  const names = (modules: readonly Named[]) => modules.map(({ module_name }) => module_name).join(', ') || t('applyTemplate.none')
  const facts = [
    { label: t('applyTemplate.added'), value: names(added) },
    { label: t('applyTemplate.kept'), value: names(kept) },
    { label: t('applyTemplate.removed'), value: names(removed) },
    ...(left.length > 0 ? [{ label: t('applyTemplate.left'), value: names(left) }] : []),
  ]
  return (
    <div className="io-dialog-facts">
      <Facts items={facts} />
      {removed.length > 0 && <p className="io-cap">{t('applyTemplate.dataKept')}</p>}
    </div>
  )
}
