import { ApiError, errorText, translator } from '@innoerp/sdk/ui'

/** Nothing can be drawn without knowing who is here. Native parts only: the kit's theme is not there yet. */
export function StartFailed({ error }: { error: unknown }) {
  const t = translator()
  return (
    <main className="io-auth">
      <div className="io-state" role="alert">
        <h2>{t('error.title')}</h2>
        <p>{errorText(t, error)}</p>
        <div className="io-state-actions">
          <button type="button" className="io-button" data-variant="outlined" onClick={() => location.reload()}>
            {t('error.retry')}
          </button>
        </div>
        {error instanceof ApiError && <p className="io-state-code">{[error.code, error.requestId].filter(Boolean).join(' · ')}</p>}
      </div>
    </main>
  )
}
