import type { ReactNode } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { Avatar } from '../../parts/avatar.js'
import { RecordMenu, type RecordMenuProps } from './record-menu.js'
import { PanelSection } from './side-panel.js'

export interface PanelHeadProps<T extends AnyRecord, New extends object> extends Omit<RecordMenuProps<T, New>, 'small'> {
  /** Companies and things are square, people round; null: no avatar. Round by default. */
  avatar?: 'square' | 'round' | null
  /** A quiet line below the title. */
  second?: ReactNode
  /** After the second line, e.g. the record's state. */
  chip?: ReactNode
  /** Below it all, e.g. buttons. */
  children?: ReactNode
}

/** The head of a record beside its list: what it is, and what can be done with it. */
export const PanelHead = <T extends AnyRecord, New extends object>({ avatar = 'round', second, chip, children, ...menu }: PanelHeadProps<T, New>) => (
  <PanelSection>
    <div className="io-col io-gap-12">
      <div className="io-row io-gap-12">
        {avatar && <Avatar name={menu.title} id={menu.record.id} square={avatar === 'square'} size={40} />}
        <div className="io-col io-grow">
          <h2 className="io-trunc">
            <bdi>{menu.title}</bdi>
          </h2>
          {second && <span className="io-cap io-trunc">{second}</span>}
        </div>
        {chip}
        <RecordMenu small {...menu} />
      </div>
      {children}
    </div>
  </PanelSection>
)
