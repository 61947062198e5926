/** Where one module stands on the stage. */
export interface Place {
  /** The module's own element. */
  readonly element: HTMLElement
  /** The module is there: what stood in for it goes. */
  ready(): void
  /** Puts a new empty element in the place of everything. */
  replace(): HTMLElement
  remove(): void
}

/** Bars in the layout of a page; they come late by themselves, so that what is quick shows none. */
function skeleton(): HTMLElement {
  const bars = document.createElement('div')
  bars.className = 'shell-waiting'
  bars.setAttribute('aria-busy', 'true')
  for (const width of ['28%', '18%', '100%', '100%', '100%']) {
    const bar = bars.appendChild(document.createElement('div'))
    bar.className = 'io-skeleton'
    bar.style.width = width
  }
  return bars
}

export function createPlace(stage: HTMLElement, name: string): Place {
  const place = document.createElement('section')
  place.dataset.module = name
  const element = document.createElement('div')
  const waiting = skeleton()
  place.append(element, waiting)
  stage.append(place)
  return {
    element,
    ready: () => waiting.remove(),
    replace() {
      const next = document.createElement('div')
      place.replaceChildren(next)
      return next
    },
    remove: () => place.remove(),
  }
}
