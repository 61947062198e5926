import { PanelSection, type AnyRecord } from '@innoerp/sdk/ui'
import { FormMenu, type FormMenuProps } from './form-menu.js'

export interface PanelHeadProps<T extends AnyRecord, New extends object> extends Omit<FormMenuProps<T, New>, 'small'> {
  /** A quiet line below the title. */
  second: string
}

/** What stands at the top of a record's panel: its name, and what can be done with it. */
export const PanelHead = <T extends AnyRecord, New extends object>({ second, ...menu }: PanelHeadProps<T, New>) => (
  <PanelSection>
    <div className="io-row io-gap-12">
      <div className="io-col io-grow">
        <h2 className="io-trunc">
          <bdi>{menu.title}</bdi>
        </h2>
        <span className="io-cap io-trunc">{second}</span>
      </div>
      <FormMenu small {...menu} />
    </div>
  </PanelSection>
)
