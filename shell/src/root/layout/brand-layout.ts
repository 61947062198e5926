import type { Boot } from '../../page/boot'

/** How the organization wants its pages laid out; as the product does it where it says nothing. */
export interface BrandLayout {
  sidebar: 'default' | 'compact' | 'minimal'
  header: 'default' | 'transparent' | 'solid'
  dashboard: 'grid' | 'list' | 'card'
}

export const brandLayoutOf = ({ organization }: Pick<Boot, 'organization'>): BrandLayout => ({
  sidebar: organization?.brand?.sidebar_style ?? 'default',
  header: organization?.brand?.header_style ?? 'default',
  dashboard: organization?.brand?.dashboard_layout ?? 'grid',
})
