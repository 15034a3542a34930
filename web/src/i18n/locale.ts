export type Locale = 'zh-CN' | 'en'

const KEY = 'quarterdeck.locale'

let locale: Locale = read()
const listeners = new Set<() => void>()

function read(): Locale {
  try {
    return globalThis.localStorage?.getItem(KEY) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

/** The language on screen; also what the server is asked to answer in. Chinese unless switched. */
export function currentLocale(): Locale {
  return locale
}

export function switchLocale(next: Locale): void {
  locale = next
  try {
    globalThis.localStorage?.setItem(KEY, next)
  } catch {
    // private windows may keep nothing: the choice then lasts as long as the page
  }
  for (const listener of listeners) listener()
}

export function onLocaleSwitch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
