/**
 * Enter in a menu is for the menu alone. Without this it is pressed a second time on whatever gets the focus: a dialog that
 * the entry opens was closed by its own ×. An entry that holds a link follows it, as a click does. Called once, at the start.
 */
export function menuKeys(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event
      if (key !== 'Enter' || !(target instanceof HTMLElement) || !target.matches('[role=menuitem]')) return
      event.preventDefault()
      target.querySelector<HTMLElement>('a[href]')?.click()
    },
    { capture: true },
  )
}
