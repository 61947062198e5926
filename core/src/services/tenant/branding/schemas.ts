import { Name, Nullable, OneOf, Strict, Type, type Static } from '@innoerp/sdk/contract'

const Color = Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' })
const Font = Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9 _-]+$' })
const fields = {
  company_name: Nullable(Name(255)),
  primary_color: Color,
  secondary_color: Color,
  accent_color: Color,
  font_family: Font,
  heading_font: Font,
  theme_preset: OneOf(['base', 'hospital', 'school', 'it-company', 'custom']),
  custom_css: Type.String({ maxLength: 20_000 }),
  sidebar_style: OneOf(['default', 'compact', 'minimal']),
  header_style: OneOf(['default', 'transparent', 'solid']),
  dashboard_layout: OneOf(['grid', 'list', 'card']),
}
/** How an organization looks (facts §2). */
export const Branding = Type.Object({ ...fields, logo_url: Nullable(Type.String()), favicon_url: Nullable(Type.String()), applied_css: Type.Array(Type.String(), { description: 'What of custom_css takes effect' }) })
export type Branding = Static<typeof Branding>
/** What is left out stays as it is. */
export const BrandingBody = Type.Partial(Strict(fields), { additionalProperties: false, minProperties: 1 })
export type BrandingBody = Static<typeof BrandingBody>
export const BRANDING_FIELDS = Object.keys(fields) as (keyof typeof fields)[]
