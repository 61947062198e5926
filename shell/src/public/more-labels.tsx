import { createLabels, type Label, type LabelTree } from '@innoerp/sdk/ui/auth'
import { use, useMemo, type ReactNode } from 'react'
import { PublicContext } from './context'

export interface MoreLabelsProps {
  labels: { en: LabelTree; de: LabelTree }
  children: ReactNode
}

/** Adds the labels of pages that are seldom seen to those of the daily ones. */
export function MoreLabels({ labels, children }: MoreLabelsProps) {
  const outer = use(PublicContext)
  const value = useMemo(() => outer && { ...outer, t: withFallback(createLabels(outer.boot.locale, labels), outer.t) }, [outer, labels])
  return <PublicContext value={value}>{children}</PublicContext>
}

/** A missing label is its key. */
const withFallback =
  (first: Label, second: Label): Label =>
  (key, values) => {
    const text = first(key, values)
    return text === key ? second(key, values) : text
  }
