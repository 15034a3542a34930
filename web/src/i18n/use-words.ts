import { useMemo, useSyncExternalStore } from 'react'
import { currentLocale, type Locale, onLocaleSwitch } from './locale.ts'
import { findMessage, type MessageKey, type MessageValues, translate } from './translate.ts'

export interface Words {
  readonly locale: Locale
  t(key: MessageKey, values?: MessageValues): string
  find(key: string, values?: MessageValues): string | undefined
}

/** The words of the language on screen. */
export function useWords(): Words {
  const locale = useSyncExternalStore(onLocaleSwitch, currentLocale)
  return useMemo(
    () => ({
      locale,
      t: (key, values) => translate(locale, key, values),
      find: (key, values) => findMessage(locale, key, values),
    }),
    [locale],
  )
}
