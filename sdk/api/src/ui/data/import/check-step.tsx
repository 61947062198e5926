import { Button } from '@mui/material'
import { errorText } from '../../api/error-text.js'
import { Num } from '../../format/figures.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { BusyButton } from '../../parts/busy-button.js'
import { Meter } from '../../parts/meter.js'
import { Note } from '../../parts/note.js'
import { StatStrip, StatTile } from '../../parts/stat-tile.js'
import { recordWords } from '../list/labels.js'
import type { ImportResult } from './import-props.js'
import { RowErrors } from './row-errors.js'
import { rowErrors, type ImportHandle } from './use-import.js'

interface CheckStepProps {
  flow: ImportHandle
  name: string
}

/** What would happen: how many rows are right, which are not and why. Nothing is saved before it is asked for here. */
export function CheckStep({ flow, name }: CheckStepProps) {
  const kit = useT(KIT)
  const { result, error, progress } = flow.state
  return (
    <>
      {progress !== undefined && !result && <Sending share={progress} />}
      {error !== undefined && (
        <>
          <Note tone="danger">{errorText(kit, error)}</Note>
          <RowErrors errors={rowErrors(error)} />
        </>
      )}
      {result && <Found result={result} />}
      <div className="io-import-foot">
        <Button variant="text" onClick={flow.back} disabled={progress !== undefined}>
          {kit('action.back')}
        </Button>
        {error !== undefined && !result && (
          <Button variant="outlined" onClick={flow.check}>
            {kit('error.retry')}
          </Button>
        )}
        {result && <ImportButton flow={flow} name={name} result={result} />}
      </div>
    </>
  )
}

function Sending({ share }: { share: number }) {
  const t = useT(KIT)
  return (
    <div role="status" className="io-col io-gap-12">
      <p>{t(share < 1 ? 'import.sending' : 'import.checking')}</p>
      <Meter value={share * 100} label={t('import.sending')} />
    </div>
  )
}

function Found({ result }: { result: ImportResult }) {
  const t = useT(KIT)
  return (
    <>
      <StatStrip>
        <StatTile label={t('import.total')} value={<Num value={result.total} />} />
        <StatTile label={t('import.valid')} value={<Num value={result.valid} />} />
        <StatTile label={t('import.invalid')} value={<Num value={result.invalid} />} />
      </StatStrip>
      {result.invalid === 0 && <Note tone="success">{t('import.allFine')}</Note>}
      {result.invalid > 0 && <Note tone="warning">{t(result.valid > 0 ? 'import.someWrong' : 'import.allWrong')}</Note>}
      <RowErrors errors={result.errors} />
    </>
  )
}

function ImportButton({ flow, name, result: { valid, invalid } }: CheckStepProps & { result: ImportResult }) {
  const t = useT()
  const kit = useT(KIT)
  if (valid === 0) return null
  const what = recordWords(t, name)('count', { count: valid })
  return (
    <BusyButton variant="contained" busy={flow.state.progress !== undefined} onClick={() => flow.save(invalid > 0 ? 'skip' : 'refuse')}>
      {kit(invalid > 0 ? 'import.saveRest' : 'import.save', { what, count: invalid })}
    </BusyButton>
  )
}
