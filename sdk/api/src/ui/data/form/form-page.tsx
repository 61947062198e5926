import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { PageFrame, type PageFrameProps } from '../../parts/page-frame.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import { useToast } from '../../parts/use-toast.js'
import { recordWords } from '../list/labels.js'
import { usePart } from '../../host/use-part.js'
import { formParts } from './form-parts.js'
import type { RecordFormProps } from './use-record-form.js'

export interface FormPageProps<T extends AnyRecord, New extends object>
  extends RecordFormProps<T, New>,
    Pick<PageFrameProps, 'crumbs' | 'permission'> {
  /** Translated; "New company" or "Edit company" of the form's labels by default. */
  title?: string
  submitLabel?: string
  onCancel(): void
}

/** A longer form on a page of its own, 720 wide, with a foot that stays in sight. Leaving it with changes asks. */
export function FormPage<T extends AnyRecord, New extends object>(props: FormPageProps<T, New>) {
  const { form, record, crumbs, permission, onDone } = props
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const parts = usePart(formParts, true)
  const title = props.title ?? recordWords(t, form.name)(record ? 'edit' : 'new')
  const done = (saved: T | undefined) => {
    toast(recordWords(t, form.name)(record ? 'changed' : 'created'))
    onDone(saved)
  }
  return (
    <PageFrame title={title} {...(crumbs && { crumbs })} {...(permission && { permission })}>
      {parts ? (
        <parts.FormContent {...props} title={undefined} place="page" submitLabel={props.submitLabel ?? kit('action.save')} onDone={done} />
      ) : (
        <SkeletonLines />
      )}
    </PageFrame>
  )
}
