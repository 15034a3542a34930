/** What had the focus before a dialog took it, and which part of the page that stood in. */
interface Before {
  readonly element: HTMLElement
  readonly part: Element
}

/**
 * Gives the focus back when what had it is gone. A dialog that is drawn only while it is open takes the focus with it,
 * and whoever works by keys would begin at the top of the page again (WCAG 2.4.3). Called once, at the start.
 */
export function returnFocus(): void {
  const openers = new WeakMap<Node, Before>()
  let last: Before | undefined
  document.addEventListener('focusin', ({ target }) => {
    const part = target instanceof HTMLElement && partOf(target)
    if (!part) return
    // The first time only: at its last field Tab leaves a dialog for a moment before it is called back.
    if (last && last.part !== part && part.id !== 'root' && !openers.has(part)) openers.set(part, last)
    last = { element: target, part }
  })
  const giveBack = (part: Node) => {
    if (document.activeElement !== document.body) return
    let before = openers.get(part)
    // A menu that led to the dialog has gone up meanwhile; what it came down from still stands.
    for (let up = 0; up < 9 && before && !before.element.checkVisibility(); up++)
      before = openers.get(before.part)
    before?.element.focus()
  }
  new MutationObserver((changes) => {
    for (const part of changes.flatMap(({ removedNodes }) => [...removedNodes])) giveBack(part)
  }).observe(document.body, { childList: true })
  // A menu that has gone up is only hidden.
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    const part = target instanceof HTMLElement && partOf(target)
    if (!part || relatedTarget || part.id === 'root') return
    setTimeout(() => {
      if (!target.checkVisibility()) giveBack(part)
    })
  })
}

/** Dialogs, drawers and menus are children of the body beside the page itself. */
function partOf(element: HTMLElement): Element | undefined {
  return [...document.body.children].find((part) => part.contains(element))
}
