// What an enterprise's own system gets from its platform: Standard Webhooks (https://www.standardwebhooks.com).
import { base64, hmac, same, utf8 } from './bytes.js'

const toleranceSeconds = 300

/** True when the body, byte for byte as it came, is from one who has one of the secrets. Remember the ids: a webhook may come twice. */
export function isGenuine({ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures }, body, secrets, now = Date.now()) {
  if (!/^[\w-]{1,128}$/.test(id) || !/^[1-9]\d{0,10}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false
  const expected = secrets.map(secret => `v1,${base64(hmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'), utf8(`${id}.${timestamp}.`), body))}`)
  return signatures.split(' ').some(one => expected.some(signature => same(utf8(one), utf8(signature))))
}
