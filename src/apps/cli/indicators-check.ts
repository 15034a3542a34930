import type { Command } from 'commander'
import { invalid } from '../../kernel/errors.ts'
import { CheckClaims, checkClaims, reportsWithClaims } from '../../modules/indicators/index.ts'
import { beginClaims } from '../server/begin-claims.ts'
import { chooseTenants } from './choose-tenant.ts'
import { claimSheetText, reportsText } from './claim-sheet-text.ts'
import labels from './indicators-check-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  report?: string
  tenant?: string
  json?: boolean
}

/** `quarterdeck indicators check --report ID`: which printed claims hold, one page. */
export function registerIndicatorsCheck(indicators: Command, shell: Shell): void {
  const { text, locale } = shell
  const words = labels[locale]
  indicators
    .command('check')
    .description(words.description)
    .option('--report <id>', words.optionReport)
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', words.help)
    .action(async ({ report, tenant: key, json }: Options) => {
      const asked = report === undefined ? undefined : CheckClaims.safeParse({ report })
      if (asked?.success === false) throw invalid('cli.malformed-option', { option: 'report' })
      await withInstallation(async (installation) => {
        const [tenant, another] = await chooseTenants(installation, key)
        if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
        await beginClaims(installation)
        const ctx = installation.asSystem(tenant!.id, locale)
        if (asked) {
          const sheet = await checkClaims(ctx, asked.data)
          if (json) shell.printJson(sheet)
          else shell.print(claimSheetText(sheet, shell))
          return
        }
        const reports = await reportsWithClaims(ctx)
        if (json) shell.printJson(reports)
        else shell.print(reportsText(reports, locale))
      })
    })
}
