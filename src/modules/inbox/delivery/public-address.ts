import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { conflict, invalid } from '../../../kernel/errors.ts'
import networks from './closed-networks.json' with { type: 'json' }

// One list for each family: a list of both holds every IPv4 address to be inside ::ffff:0:0/96.
const closed = { 4: new BlockList(), 6: new BlockList() }
for (const [net, prefix] of networks.ipv4) closed[4].addSubnet(String(net), Number(prefix), 'ipv4')
for (const [net, prefix] of networks.ipv6) closed[6].addSubnet(String(net), Number(prefix), 'ipv6')

/** Whether a machine of the whole internet can have this address: not loopback, private, link-local or translated. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed[4].check(address, 'ipv4')
  return family === 6 && !closed[6].check(address, 'ipv6')
}

/** The host as the allow-list names it: with the port only when the address names one. */
function isAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  return allowedHosts.includes(url.hostname) || allowedHosts.includes(url.host)
}

/** @throws `inbox.webhook-not-https`, `inbox.webhook-with-password` */
export function checkAddress(url: URL, allowedHosts: readonly string[]): void {
  if (url.username || url.password) throw invalid('inbox.webhook-with-password', { host: url.host })
  if (url.protocol !== 'https:' && !isAllowed(url, allowedHosts))
    throw invalid('inbox.webhook-not-https', { host: url.host })
}

/**
 * The address to connect to, looked up once and then used as it is, so that a name cannot be pointed elsewhere
 * between the check and the connection. All addresses of the name must be public, unless it is allowed by name.
 * @throws `inbox.webhook-address-closed`; `inbox.webhook-address-unknown` when the name has none
 */
export async function openAddress(
  url: URL,
  allowedHosts: readonly string[],
): Promise<{ address: string; family: number }> {
  checkAddress(url, allowedHosts)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(host, { all: true }).catch(() => [])
  const [first] = found
  if (!first) throw conflict('inbox.webhook-address-unknown', { host: url.host })
  const isOpen = isAllowed(url, allowedHosts) || found.every(({ address }) => isPublicAddress(address))
  if (!isOpen) throw conflict('inbox.webhook-address-closed', { host: url.host })
  return first
}
