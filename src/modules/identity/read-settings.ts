import type { Tx } from '../../kernel/context.ts'
import { type SecuritySettings, settingsOf } from './rules/security-settings.ts'
import { findSettings } from './store/security-settings.ts'

/** The security settings in force. */
export async function readSettings(tx: Tx): Promise<SecuritySettings> {
  return settingsOf(await findSettings(tx))
}
