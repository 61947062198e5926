import { BusyButton, DateText, Facts, KIT, NOTHING, Note, PanelSection, errorText, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { SignUpRequest } from '../../../clients/platform'
import { useDecision } from './use-decision'

export interface SignUpDetailsProps {
  request: SignUpRequest
  onReject(): void
}

/** Somebody who would like an organization, and the answer. */
export function SignUpDetails({ request, onReject }: SignUpDetailsProps) {
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
      {request.status === 'pending' && <Decision request={request} onReject={onReject} />}
    </>
  )
}

function Decision({ request, onReject }: SignUpDetailsProps) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const approve = useDecision(() => toast(t('signUp.approved', { name: request.business_name })))
  return (
    <PanelSection>
      <div className="io-col io-gap-12">
        {approve.error && <Note tone="danger">{errorText(kit, approve.error)}</Note>}
        <div className="io-row">
          <BusyButton variant="contained" busy={approve.isPending} onClick={() => approve.mutate({ request, verb: 'approve' })}>
            {t('signUp.approve')}
          </BusyButton>
          <Button variant="outlined" color="error" onClick={onReject}>
            {t('signUp.reject')}
          </Button>
        </div>
      </div>
    </PanelSection>
  )
}
