import type { Command } from 'commander'
import { type JournalVerdict, verifyJournal } from '../../platform/journal/index.ts'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { chooseTenants } from './choose-tenant.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Verified {
  tenant: string
  verdict: JournalVerdict
}

/** `quarterdeck audit verify`: exit code 1 when a journal is not as it was written. */
export function registerAudit(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('audit')
    .description(text('cli.audit'))
    .command('verify')
    .description(text('cli.audit-verify'))
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .action(async (options: { tenant?: string; json?: boolean }) => {
      const verified = await verifyJournals(options.tenant)
      if (options.json) shell.printJson(verified)
      else for (const { tenant, verdict } of verified) shell.print(sentence(shell, tenant, verdict))
      if (verified.some(({ verdict }) => verdict.kind === 'broken')) process.exitCode = EXIT_UNEXPECTED
    })
}

function verifyJournals(key?: string): Promise<Verified[]> {
  return withInstallation(async (installation) => {
    const verified: Verified[] = []
    for (const tenant of await chooseTenants(installation, key)) {
      verified.push({ tenant: tenant.key, verdict: await verifyJournal(installation.database, tenant.id) })
    }
    return verified
  })
}

function sentence({ text }: Shell, tenant: string, verdict: JournalVerdict): string {
  return verdict.kind === 'whole'
    ? text('cli.journal-whole', { tenant, entries: verdict.entries })
    : text('cli.journal-broken', { tenant, seq: verdict.seq, reason: verdict.reason })
}
