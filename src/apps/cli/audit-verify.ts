import type { Command } from 'commander'
import { invalid } from '../../kernel/errors.ts'
import {
  type AnchorLine,
  type ArchiveVerdict,
  verifyArchive,
  verifyJournal,
} from '../../platform/journal/index.ts'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { chooseTenants } from './choose-tenant.ts'
import { journalSentence, type Verified } from './journal-sentence.ts'
import { readAnchors } from './read-anchors.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  tenant?: string
  json?: boolean
  anchor: readonly string[]
  archive: readonly string[]
}

/** A line of progress for each so many entries; a shorter journal is verified in silence. */
const TOLD_EVERY = 250_000

/** `quarterdeck audit verify`: exit code 1 when a journal is not as it was written. */
export function registerAuditVerify(audit: Command, shell: Shell): void {
  const { text } = shell
  const none: readonly string[] = []
  audit
    .command('verify')
    .description(text('cli.audit-verify'))
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--anchor <file|line>', text('cli.option-anchor'), (one, before) => [...before, one], none)
    .option('--archive <file>', text('cli.option-archive'), (one, before) => [...before, one], none)
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.audit-verify-help')}`)
    .action(async (options: Options) => {
      const archives = await verifyArchives(options.archive)
      const verified = await verifyJournals(shell, options.tenant, await readAnchors(options.anchor))
      if (options.json)
        shell.printJson(options.archive.length > 0 ? { journals: verified, archives } : verified)
      else {
        for (const each of archives) shell.print(archiveSentence(shell, each))
        for (const each of verified) shell.print(journalSentence(shell, each))
      }
      if ([...verified, ...archives].some(({ verdict }) => verdict.kind === 'broken'))
        process.exitCode = EXIT_UNEXPECTED
    })
}

interface VerifiedArchive {
  file: string
  verdict: ArchiveVerdict
}

/** In their own right: each entry follows the one before, and all are sealed with this installation's secret. */
async function verifyArchives(files: readonly string[]): Promise<VerifiedArchive[]> {
  if (files.length === 0) return []
  return withInstallation(async ({ database }) => {
    const verified: VerifiedArchive[] = []
    for (const file of files) verified.push({ file, verdict: await verifyArchive(database, file) })
    return verified
  })
}

function archiveSentence({ text }: Shell, { file, verdict }: VerifiedArchive): string {
  const { rows, header } = verdict.archived
  return verdict.kind === 'broken'
    ? text('cli.archive-broken', { file, seq: verdict.seq })
    : text('cli.archive-whole', { file, entries: rows, partition: header.partition })
}

function verifyJournals(
  shell: Shell,
  key: string | undefined,
  anchors: readonly AnchorLine[],
): Promise<Verified[]> {
  return withInstallation(async (installation) => {
    const tenants = await chooseTenants(installation, key)
    const stranger = anchors.find((anchor) => !tenants.some((tenant) => tenant.key === anchor.tenant))
    if (stranger) {
      const available = tenants.map((tenant) => tenant.key)
      throw invalid('cli.anchor-of-another', { tenant: stranger.tenant, available })
    }
    const verified: Verified[] = []
    for (const tenant of tenants) {
      const own = anchors.filter((anchor) => anchor.tenant === tenant.key)
      const onProgress = progress(shell, tenant.key)
      const verdict = await verifyJournal(installation.database, tenant.id, { anchors: own, onProgress })
      verified.push({ tenant: tenant.key, verdict, anchors: own.length })
    }
    return verified
  })
}

/** On standard error, so that what is printed stays one line, or JSON. */
function progress({ text }: Shell, tenant: string): (checked: number, entries: number) => void {
  let told = 0
  return (checked, entries) => {
    if (checked < told + TOLD_EVERY || checked === entries) return
    told = checked
    process.stderr.write(`${text('cli.journal-progress', { tenant, checked, entries })}\n`)
  }
}
