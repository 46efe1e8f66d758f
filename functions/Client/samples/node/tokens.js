// AuthTokens, as each side mints them for the other at pairing; access and refresh tokens are made alike by the platform called.
import { randomBytes } from 'node:crypto'
import { lengthPrefixed, sha256 } from './bytes.js'

const [capitals, digits, special] = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '-._~+/']
const small = capitals.toLowerCase()
const session = { alphabet: capitals + small + digits + special, length: 48, classes: [capitals, small, digits, special] }
const kinds = {
  auth: { domain: 'ascs-auth-token-v1', alphabet: digits + capitals + small, length: 32, classes: [digits, capitals + small] },
  access: { domain: 'ascs-access-token-v1', ...session },
  refresh: { domain: 'ascs-refresh-token-v1', ...session },
}

/** Beijing time to the millisecond: 2026-11-30T08:00:00.123 */
export const beijing = milliseconds => new Date(milliseconds + 8 * 3600_000).toISOString().slice(0, -1)

/** A token for the platform that will show it; drawn again as a whole until every class of characters is there. */
export function mint(kind, platId, now = Date.now(), random = () => randomBytes(32)) {
  for (;;) {
    const text = draw(kinds[kind], platId, beijing(now), random())
    if (kinds[kind].classes.every(characters => [...text].some(character => characters.includes(character)))) return text
  }
}

function draw({ domain, alphabet, length }, platId, time, random) {
  const fair = 256 - (256 % alphabet.length) // bytes from there on would favour the first characters
  let text = ''
  for (let block = 0; text.length < length; block++) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(block)
    const hash = sha256(lengthPrefixed(domain, `${platId}`, time, random, counter))
    text += [...hash].filter(byte => byte < fair).map(byte => alphabet[byte % alphabet.length]).join('')
  }
  return text.slice(0, length)
}
