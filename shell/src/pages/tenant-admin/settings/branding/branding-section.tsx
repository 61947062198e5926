import { ErrorState, SkeletonLines, useHost, useSession, useT, type ApiError } from '@innoerp/sdk/ui'
import { useQuery } from '@tanstack/react-query'
import { brandingClient, type Branding } from '../../../../clients/branding'
import { SettingsFrame } from '../settings-frame'
import { BrandingForm } from './branding-form'

/** How the organization looks, for everybody in it and before sign-in. */
export function BrandingSection() {
  const t = useT()
  const { api } = useHost()
  const { organization } = useSession()
  const branding = useQuery<Branding, ApiError>({
    queryKey: ['branding'],
    queryFn: () => brandingClient(api, organization?.id ?? '').read(),
    // Read anew with every visit, so that a form never begins with what another one saved over.
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (branding.data) return <BrandingForm record={branding.data} />
  return (
    <SettingsFrame section="branding">
      <section className="io-card">
        {branding.error ? (
          <ErrorState title={t('branding.notLoaded')} error={branding.error} onRetry={() => void branding.refetch()} />
        ) : (
          <div className="io-card-body">
            <SkeletonLines rows={6} />
          </div>
        )}
      </section>
    </SettingsFrame>
  )
}
