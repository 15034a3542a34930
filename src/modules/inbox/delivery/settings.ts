export interface DeliverySettings {
  /** Null: this installation sends no mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** Where people open the screens, for links in mails; without it a mail has none. */
  readonly publicUrl: string | null
  /** Hosts that may be told although their address is not public, or over plain HTTP. */
  readonly allowedHosts: readonly string[]
}

/** QUARTERDECK_SMTP_URL, QUARTERDECK_MAIL_FROM, QUARTERDECK_PUBLIC_URL, QUARTERDECK_WEBHOOK_ALLOW; see README.md. */
export function readDeliverySettings(env: NodeJS.ProcessEnv = process.env): DeliverySettings {
  const smtpUrl = env.QUARTERDECK_SMTP_URL
  const from = env.QUARTERDECK_MAIL_FROM
  const hosts = (env.QUARTERDECK_WEBHOOK_ALLOW ?? '').split(',')
  return {
    mail: smtpUrl && from && /^smtps?:\/\//.test(smtpUrl) ? { smtpUrl, from } : null,
    publicUrl: env.QUARTERDECK_PUBLIC_URL?.replace(/(?<!\/)\/+$/, '') || null,
    allowedHosts: hosts.map((host) => host.trim().toLowerCase()).filter(Boolean),
  }
}
