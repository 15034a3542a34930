import type { Locale } from '../../kernel/context.ts'
import { localeOf } from '../../platform/i18n/index.ts'

/** `--lang` when it is given, otherwise what the terminal speaks (LC_ALL, LANG); Chinese when it does not say. */
export function terminalLocale(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1])
  return localeOf(given ?? (env.LC_ALL || env.LANG || '').replace('_', '-').split('.')[0])
}
