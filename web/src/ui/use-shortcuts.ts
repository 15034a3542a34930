import { useEffect, useRef } from 'react'
import { currentDisplay } from './display.ts'

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

/**
 * Single keys of a screen, by `KeyboardEvent.key` (so `G` is Shift+g). Silent while a field is being typed in,
 * an input method composes, a dialog is open, Ctrl, Alt or Meta is held, or the person has turned single keys off.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return
      if (!currentDisplay().hasKeys || isTyping(event.target) || isDialogOpen()) return
      const action = latest.current[event.key]
      if (!action) return
      event.preventDefault()
      action(event)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"], [type="range"]), textarea, select, [role="combobox"]'))
  )
}

/** A closed dialog may stay in the page, unseen. */
function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility())
}
