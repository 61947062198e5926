import { DataTable, NOTHING, columnsOf, filter, useFormat, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { inBrowser } from '../../../clients/in-browser'
import { SIGNATURES } from '../../../clients/module-record'
import { packageVersions, type PackageVersion } from '../../../clients/packages'
import { SignatureWord } from '../../parts/signature-word'
import { PackageDetails } from './package-details'
import { PackagesFrame } from './packages-frame'

const column = columnsOf<PackageVersion>()
const source = inBrowser(packageVersions, ['name', 'package_version', 'module_id'])
const SPEC = { sort: ['name', 'package_version', 'size_bytes', 'dependents', 'tenants', 'published_at'], search: ['name', 'package_version', 'module_id'] }
const FILTERS = [filter.choice('signature', SIGNATURES, { multiple: true })]

/** A package that is no module is not signed: npm's own integrity is all it has. */
const Signed = ({ row: { signature } }: { row: PackageVersion }) => (signature ? <SignatureWord signature={signature} /> : <span className="io-muted">{NOTHING}</span>)

function Size({ bytes }: { bytes: number }) {
  const format = useFormat()
  return <span className="io-num">{format.size(bytes)}</span>
}

function VersionCell({ row }: { row: PackageVersion }) {
  const t = useT()
  return (
    <span className="io-row io-gap-4">
      <span className="io-strong">{row.package_version}</span>
      {row.dist_tags.map((tag) => (
        <span key={tag} className="io-tag">
          {tag}
        </span>
      ))}
      {row.deprecated && <span className="io-tag io-warn">{t('package.deprecated')}</span>}
    </span>
  )
}

const COLUMNS = [
  column.name('name', { avatar: null, label: 'field.package' }),
  column.custom('package_version', { label: 'field.version', width: 220, render: (row) => <VersionCell row={row} /> }),
  column.custom('signature', { width: 150, render: (row) => <Signed row={row} /> }),
  column.custom('size_bytes', { width: 100, render: ({ size_bytes }) => <Size bytes={size_bytes} /> }),
  column.number('dependents', { width: 120 }),
  column.number('tenants', { width: 110 }),
  column.date('published_at', { width: 130 }),
]

const phoneRow = (row: PackageVersion): PhoneRow => ({
  title: row.name,
  meta: [row.package_version, <Size key="size" bytes={row.size_bytes} />],
  state: row.signature && <SignatureWord signature={row.signature} />,
})

/** Every version of every package that the registry holds. */
export default function PackagesPage() {
  return (
    <PackagesFrame tab="packages" fill>
      <DataTable
        name="package"
        source={source}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        sort="name"
        phoneRow={phoneRow}
        panel={(row) => <PackageDetails row={row} />}
        empty={{ icon: 'package' }}
      />
    </PackagesFrame>
  )
}
