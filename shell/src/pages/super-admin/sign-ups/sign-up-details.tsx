import { BusyButton, ConfirmDialog, DateText, Facts, KIT, NOTHING, Note, PanelSection, errorText, keys, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signUpRequests, type SignUpRequest } from '../../../clients/platform'
import { tenants } from '../../../clients/tenant'

/** Somebody who would like an organization, and the answer. */
export function SignUpDetails({ request }: { request: SignUpRequest }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <h2>
          <bdi>{request.business_name}</bdi>
        </h2>
        <Facts
          items={[
            { label: t('field.subdomain'), value: <code className="io-mono">{request.subdomain}</code> },
            { label: t('field.owner_name'), value: <bdi>{request.owner_name}</bdi> },
            { label: t('field.owner_email'), value: <span dir="ltr">{request.owner_email}</span> },
            { label: t('field.industry_name'), value: request.industry_code ?? NOTHING },
            { label: t('field.asked_at'), value: <DateText value={request.created_at} time /> },
            { label: t('field.decided_at'), value: <DateText value={request.decided_at} time /> },
          ]}
        />
      </PanelSection>
      {request.status === 'pending' && <Decision request={request} />}
    </>
  )
}

function useDecision({ id }: SignUpRequest, onDone: (verb: 'approve' | 'reject') => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (verb: 'approve' | 'reject') => signUpRequests.act<unknown>(id, verb),
    onSuccess: async (_answer, verb) => {
      await Promise.all([signUpRequests.path, tenants.path].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
      onDone(verb)
    },
  })
}

function Decision({ request }: { request: SignUpRequest }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const values = { name: request.business_name }
  const decide = useDecision(request, (verb) => toast(t(verb === 'approve' ? 'signUp.approved' : 'signUp.rejected', values)))
  return (
    <PanelSection>
      <div className="io-col io-gap-12">
        {decide.error && !asking && <Note tone="danger">{errorText(kit, decide.error)}</Note>}
        <div className="io-row">
          <BusyButton variant="contained" busy={decide.isPending && !asking} onClick={() => decide.mutate('approve')}>
            {t('signUp.approve')}
          </BusyButton>
          <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
            {t('signUp.reject')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('signUp.rejectTitle', values)}
        text={t('signUp.rejectText')}
        verb={t('signUp.reject')}
        onConfirm={async () => void (await decide.mutateAsync('reject'))}
      />
    </PanelSection>
  )
}
