import { Card, useHost, useT } from '@innoerp/sdk/ui'
import { MenuItem, Select } from '@innoerp/sdk/ui/mui'
import { useId } from 'react'
import { moduleClient, type Channels, type RegisteredModule } from '../../../../clients/modules'
import { useChange } from './use-change'

const AUTOMATIC = ''

/** The versions that organizations get who follow a channel. */
export function ChannelsCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const { api } = useHost()
  const change = useChange((channels: Partial<Channels>) => moduleClient(api, module.id).setChannels(channels), {
    done: (channels) => t('channel.changed', { channel: t(`channel.${'stable' in channels ? 'stable' : 'beta'}`) }),
  })
  const active = module.versions.filter(({ state }) => state === 'active').map(({ version }) => version)
  return (
    <Card title={t('channel.title')}>
      <p className="io-t2 io-dense">{t('channel.text')}</p>
      <div className="pages-channels">
        {(['stable', 'beta'] as const).map((channel) => (
          <ChannelField
            key={channel}
            channel={channel}
            value={module.channels[channel]}
            versions={active}
            disabled={change.isPending}
            onChange={(version) => change.mutate({ [channel]: version })}
          />
        ))}
      </div>
    </Card>
  )
}

interface ChannelFieldProps {
  channel: keyof Channels
  value: string | null
  versions: readonly string[]
  disabled: boolean
  onChange(version: string | null): void
}

function ChannelField({ channel, value, versions, disabled, onChange }: ChannelFieldProps) {
  const t = useT()
  const id = useId()
  return (
    <div className="io-field">
      <label className="io-label" id={id} htmlFor={`${id}-select`}>
        {t(`channel.${channel}`)}
      </label>
      <Select
        fullWidth
        displayEmpty
        labelId={id}
        id={`${id}-select`}
        value={value ?? AUTOMATIC}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value === AUTOMATIC ? null : target.value)}
      >
        <MenuItem value={AUTOMATIC}>{t(`channel.${channel}Newest`)}</MenuItem>
        {versions.map((version) => (
          <MenuItem key={version} value={version}>
            {version}
          </MenuItem>
        ))}
      </Select>
      <div className="io-hint">{t(`channel.${channel}Hint`)}</div>
    </div>
  )
}
