import { CircleCheck } from 'lucide-react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Note } from '../../parts/note.js'
import { StateView } from '../../parts/state-view.js'
import { FileDrop } from '../files/file-drop.js'
import { fieldLabel, recordWords } from '../list/labels.js'
import { StatePath } from '../record/state-path.js'
import { CheckStep } from './check-step.js'
import type { ImportWizardProps } from './import-props.js'
import { MapStep } from './map-step.js'
import { RowErrors } from './row-errors.js'
import { useImport, type ImportHandle, type ImportStep } from './use-import.js'

const STEPS: readonly ImportStep[] = ['file', 'map', 'check', 'done']

/** The inside of the import: one step at a time, the steps above it. */
export function ImportContent(props: ImportWizardProps) {
  const t = useT(KIT)
  const flow = useImport(props)
  const { step } = flow.state
  return (
    <div className="io-import">
      <StatePath
        label={t('import.steps')}
        steps={STEPS.map((id) => ({ id, label: t(`import.step.${id}`) }))}
        current={step}
        finished={step === 'done'}
      />
      {step === 'file' && <FileStep flow={flow} props={props} />}
      {step === 'map' && <MapStep flow={flow} fields={props.fields} />}
      {step === 'check' && <CheckStep flow={flow} name={props.name} />}
      {step === 'done' && <DoneStep flow={flow} props={props} />}
    </div>
  )
}

interface StepProps {
  flow: ImportHandle
  props: ImportWizardProps
}

function FileStep({ flow, props: { fields, maxMb = 10 } }: StepProps) {
  const t = useT()
  const kit = useT(KIT)
  const { file, problem } = flow.state
  const required = fields.filter((field) => field.required).map((field) => fieldLabel(t, field.name, field.label))
  return (
    <>
      <p className="io-t2">{kit('import.fileText', { fields: required.join(', '), count: required.length })}</p>
      {problem && (
        <Note tone="danger" title={file?.name}>
          {kit(`import.unreadable.${problem}`)}
        </Note>
      )}
      <FileDrop label={kit('import.drop')} accept={['.csv', 'text/csv']} maxMb={maxMb} onChange={(files) => flow.take(files[0])} />
    </>
  )
}

function DoneStep({ flow, props: { name, doneActions } }: StepProps) {
  const t = useT()
  const kit = useT(KIT)
  const { result } = flow.state
  if (!result) return null
  return (
    <>
      <StateView
        icon={<CircleCheck size={20} />}
        title={kit('import.done', { what: recordWords(t, name)('count', { count: result.created }) })}
        text={result.invalid > 0 ? kit('import.left', { count: result.invalid }) : undefined}
        actions={doneActions}
      />
      <RowErrors errors={result.errors} />
    </>
  )
}
