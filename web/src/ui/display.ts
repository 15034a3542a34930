import { useSyncExternalStore } from 'react'
import { LARGE_TYPE } from '../../large-type.ts'

/** How a person reads and works; kept in this browser, also for who signs in next on the same desk. */
export interface Display {
  /** Everything that carries words is half as large again. */
  readonly isLarge: boolean
  /** Single keys do something (WCAG 2.1.4: whoever dictates to the computer turns them off). */
  readonly hasKeys: boolean
}

const KEY = 'quarterdeck.display'

let display: Display = read()
const listeners = new Set<() => void>()
show()

function read(): Display {
  try {
    const kept = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}')
    return { isLarge: kept.isLarge === true, hasKeys: kept.hasKeys !== false }
  } catch {
    return { isLarge: false, hasKeys: true }
  }
}

export function currentDisplay(): Display {
  return display
}

export function changeDisplay(change: Partial<Display>): void {
  display = { ...display, ...change }
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(display))
  } catch {
    // private windows may keep nothing: the choice then lasts as long as the page
  }
  show()
  for (const listener of listeners) listener()
}

export function useDisplay(): Display {
  return useSyncExternalStore(subscribe, currentDisplay)
}

/** How many times the usual size letters are. */
export function typeScale({ isLarge }: Display): number {
  return isLarge ? LARGE_TYPE : 1
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The style sheets go by this mark. */
function show(): void {
  if (typeof document === 'undefined') return
  document.documentElement.dataset.type = display.isLarge ? 'large' : 'usual'
}
