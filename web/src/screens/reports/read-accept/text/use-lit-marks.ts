import { type RefObject, useEffect } from 'react'
import type { Focus } from '../focus.ts'

/** Lights the words of the active and the hovered statement by class alone: the text is not drawn again. */
export function useLitMarks(paneRef: RefObject<HTMLElement | null>, focus: Focus): void {
  useEffect(() => {
    const show = () => {
      const pane = paneRef.current
      if (!pane) return
      for (const [id, name] of [
        [focus.hoveredId(), 'is-hovered'],
        [focus.activeId(), 'is-active'],
      ] as const) {
        for (const mark of pane.querySelectorAll(`.${name}`)) mark.classList.remove(name)
        if (id !== null) for (const mark of marksOf(pane, id)) mark.classList.add(name)
      }
    }
    const follow = () => {
      show()
      const id = focus.hoveredId() ?? focus.activeId()
      if (id !== null && focus.from() !== 'text') bringIntoView(paneRef.current, id)
    }
    follow()
    return focus.subscribe(follow)
  })
}

function marksOf(pane: HTMLElement, id: string): NodeListOf<HTMLElement> {
  return pane.querySelectorAll<HTMLElement>(`[data-ids~="${CSS.escape(id)}"]`)
}

/** Only when it is out of sight, so that the text stands still while it can be read. */
function bringIntoView(pane: HTMLElement | null, id: string): void {
  const mark = pane && marksOf(pane, id)[0]
  if (!pane || !mark) return
  const isOutside = () => {
    const [box, view] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()]
    return box.top < view.top + 24 || box.bottom > view.bottom - 24
  }
  if (!isOutside()) return
  mark.scrollIntoView({ block: 'center' })
  // blocks out of sight have an estimated height until they are drawn: look again once they are
  requestAnimationFrame(() => isOutside() && mark.scrollIntoView({ block: 'center' }))
}
