import type { Command } from 'commander'
import { registerAuditAnchor } from './audit-anchor.ts'
import { registerAuditExport } from './audit-export.ts'
import { registerAuditVerify } from './audit-verify.ts'
import type { Shell } from './shell.ts'

/** `quarterdeck audit …`: what an auditor does with the journal. */
export function registerAudit(program: Command, shell: Shell): void {
  const audit = program.command('audit').description(shell.text('cli.audit'))
  registerAuditVerify(audit, shell)
  registerAuditAnchor(audit, shell)
  registerAuditExport(audit, shell)
}
