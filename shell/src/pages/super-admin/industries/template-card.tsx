import { Card, ConfirmDialog, EmptyState, FormDialog, IconButton, ModuleTile, useAll, useRemove, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { templateOf, type IndustryRecord, type TemplateModule } from '../../../clients/industries'
import { registeredModules } from '../../../clients/modules'
import { Loaded } from '../../parts/loaded'
import { useAsked, type Asked } from '../../parts/use-asked'
import { newTemplateModuleForm, templateModuleForm } from './industry-forms'

/** The modules of an industry's template. */
export function TemplateCard({ industry }: { industry: IndustryRecord }) {
  const t = useT()
  const { id: code, industry_name: name } = industry
  const source = useMemo(() => templateOf(code), [code])
  const query = useAll(source)
  const editing = useAsked<TemplateModule>()
  const removing = useAsked<TemplateModule>()
  const rows = query.data?.toSorted((a, b) => a.display_order - b.display_order)
  const add = <AddModule code={code} present={query.data ?? []} />
  return (
    <Card title={t('template.title')} flush actions={query.data && add} {...(rows && { count: rows.length })}>
      <Loaded query={{ ...query, data: rows }} failed={t('template.notLoaded')}>
        {(modules) =>
          modules.length === 0 ? (
            <EmptyState icon="module" title={t('template.empty')} text={t('template.emptyText', { name })} />
          ) : (
            modules.map((module) => <ModuleRow key={module.id} module={module} onEdit={() => editing.ask(module)} onRemove={() => removing.ask(module)} />)
          )
        }
      </Loaded>
      {editing.subject && <FormDialog key={editing.subject.id} form={templateModuleForm(code)} record={editing.subject} open={editing.open} onClose={editing.close} />}
      <RemoveModule industry={industry} removing={removing} />
    </Card>
  )
}

function AddModule({ code, present }: { code: string; present: readonly TemplateModule[] }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { data } = useAll(registeredModules)
  const form = useMemo(() => {
    const has = new Set(present.map(({ id }) => id))
    const free = data?.filter(({ id, core, uninstalled_at }) => !core && uninstalled_at === null && !has.has(id)).map(({ id }) => id) ?? []
    return newTemplateModuleForm(code, free)
  }, [code, data, present])
  return (
    <>
      <Button variant="outlined" size="small" startIcon={<Plus size={16} />} onClick={() => setOpen(true)}>
        {t('templateModule.new')}
      </Button>
      <FormDialog form={form} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

interface ModuleRowProps {
  module: TemplateModule
  onEdit(): void
  onRemove(): void
}

function ModuleRow({ module: { module_name: name, description, icon, color, is_required }, onEdit, onRemove }: ModuleRowProps) {
  const t = useT()
  return (
    <div className="io-list-item pages-step">
      <ModuleTile icon={icon} color={color} />
      <span className="io-col io-grow">
        <span className="io-strong io-trunc">{name}</span>
        <span className="io-cap io-trunc">{description}</span>
      </span>
      <span className="io-tag">{t(is_required ? 'template.required' : 'template.optional')}</span>
      <IconButton small label={t('template.editName', { name })} onClick={onEdit}>
        <Pencil size={15} aria-hidden />
      </IconButton>
      <IconButton small label={t('template.removeName', { name })} onClick={onRemove}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </div>
  )
}

function RemoveModule({ industry, removing: { subject, open, close } }: { industry: IndustryRecord; removing: Asked<TemplateModule> }) {
  const t = useT()
  const toast = useToast()
  const remove = useRemove(templateOf(industry.id))
  const values = { name: subject?.module_name ?? '', industry: industry.industry_name }
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('template.removeTitle', values)}
      losses={[
        { label: t('loss.access'), value: t('template.removeLoss') },
        { label: t('loss.kept'), value: t('template.removeKept') },
      ]}
      verb={t('template.remove')}
      onConfirm={async () => {
        if (!subject) return
        await remove.mutateAsync([subject.id])
        toast(t('template.removed', values))
      }}
    />
  )
}
