import { BusyButton, ConfirmDialog, KIT, errorText, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pause, StepForward, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { rolloutClient, type Rollout, type RolloutVerb } from '../../../../clients/rollouts'
import { refreshModules } from '../../lifecycle/use-operation'
import { rolloutKey } from './use-rollout'
import { rolloutVerbs } from './rollout-verbs'

function useDrive(rollout: Rollout) {
  const t = useT()
  const kit = useT(KIT)
  const { api } = useHost()
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation<unknown, ApiError, RolloutVerb>({
    mutationFn: (verb) => rolloutClient(api).drive(rollout.id, verb),
    onSuccess: (_answer, verb) => toast(t(`rollout.${verb}Done`)),
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: rolloutKey(rollout.id) }), refreshModules(queries)]),
  })
}

/** Begins the next wave, stops for the moment, or puts everybody back. */
export function RolloutActions({ rollout, name }: { rollout: Rollout; name: string }) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const drive = useDrive(rollout)
  const verbs = rolloutVerbs(rollout)
  const busy = (verb: RolloutVerb) => drive.isPending && drive.variables === verb
  return (
    <>
      {verbs.includes('rollback') && (
        <Button variant="outlined" color="error" startIcon={<Undo2 size={16} />} onClick={() => setAsking(true)}>
          {t('rollout.rollback')}
        </Button>
      )}
      {verbs.includes('pause') && (
        <BusyButton variant="outlined" icon={<Pause size={16} />} busy={busy('pause')} onClick={() => drive.mutate('pause')}>
          {t('rollout.pause')}
        </BusyButton>
      )}
      {verbs.includes('advance') && (
        <BusyButton variant="contained" icon={<StepForward size={16} />} busy={busy('advance')} onClick={() => drive.mutate('advance')}>
          {t('rollout.advance', { wave: rollout.current_wave + 2 })}
        </BusyButton>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('rollout.rollbackTitle', { name, version: rollout.module_version })}
        text={t('rollout.rollbackText')}
        verb={t('rollout.rollback')}
        onConfirm={async () => {
          await drive.mutateAsync('rollback')
        }}
      />
    </>
  )
}
