import type { Command } from 'commander'
import { notFound } from '../../kernel/errors.ts'
import { type AnchorLine, findNewestEntry, formatAnchor } from '../../platform/journal/index.ts'
import { chooseTenants } from './choose-tenant.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

/** `quarterdeck audit anchor`: the newest entry of each journal as one line, to be deposited elsewhere. */
export function registerAuditAnchor(audit: Command, shell: Shell): void {
  const { text } = shell
  audit
    .command('anchor')
    .description(text('cli.audit-anchor'))
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.audit-anchor-help')}`)
    .action(async (options: { tenant?: string; json?: boolean }) => {
      const anchors = await listAnchors(options.tenant)
      if (options.json) shell.printJson(anchors)
      else for (const anchor of anchors) shell.print(formatAnchor(anchor))
    })
}

/** @throws `cli.journal-empty` when there is nothing to anchor */
function listAnchors(key?: string): Promise<AnchorLine[]> {
  return withInstallation(async (installation) => {
    const anchors: AnchorLine[] = []
    for (const tenant of await chooseTenants(installation, key)) {
      const newest = await findNewestEntry(installation.database, tenant.id)
      if (newest) anchors.push({ tenant: tenant.key, ...newest })
    }
    if (anchors.length === 0) throw notFound('cli.journal-empty')
    return anchors
  })
}
