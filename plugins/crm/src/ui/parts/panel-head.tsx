import type { ReactNode } from 'react'
import { Avatar, PanelSection, type AnyRecord, type FormSpec } from '@innoerp/sdk/ui'
import { ReachButtons, type Reachable } from './reach-buttons.js'
import { RecordMenu } from './record-menu.js'

export interface PanelHeadProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  record: T & Reachable
  title: string
  /** Companies are square, people round. */
  square?: boolean
  /** Below the title. */
  second: ReactNode
  onDeleted(): void
}

/** The head of a company or person beside a list: who it is, what can be done with them, how to reach them. */
export const PanelHead = <T extends AnyRecord, New extends object>({ form, record, title, square = false, second, onDeleted }: PanelHeadProps<T, New>) => (
  <PanelSection>
    <div className="io-col io-gap-12">
      <div className="io-row io-gap-12">
        <Avatar name={title} id={record.id} square={square} size={40} />
        <div className="io-col io-grow">
          <h2 className="io-trunc">
            <bdi>{title}</bdi>
          </h2>
          {second && <span className="io-cap io-trunc">{second}</span>}
        </div>
        <RecordMenu small form={form} record={record} title={title} onDeleted={onDeleted} />
      </div>
      <ReachButtons {...record} />
    </div>
  </PanelSection>
)
