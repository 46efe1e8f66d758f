// SM4-GCM (GM/T 0002, NIST SP 800-38D, RFC 8998) out of what OpenSSL 3.0 has, SM4-ECB and SM4-CTR: only GHASH is missing there.
import { createCipheriv } from 'node:crypto'
import { same } from './bytes.js'

/** Ciphertext || 16-byte tag. */
export function encrypt(key, nonce, plaintext, associatedData) {
  const ciphertext = ctr(key, nonce, plaintext)
  return Buffer.concat([ciphertext, tag(key, nonce, ciphertext, associatedData)])
}

/** The plaintext, or null when a byte was changed. */
export function decrypt(key, nonce, sealed, associatedData) {
  if (sealed.length < 16) return null
  const ciphertext = sealed.subarray(0, -16)
  return same(sealed.subarray(-16), tag(key, nonce, ciphertext, associatedData)) ? ctr(key, nonce, ciphertext) : null
}

// The first counter block is for the tag, the data begin with the second.
const block = (nonce, count) => Buffer.concat([nonce, Buffer.from([0, 0, 0, count])])
const ctr = (key, nonce, data, first = 2) => {
  const cipher = createCipheriv('sm4-ctr', key, block(nonce, first))
  return Buffer.concat([cipher.update(data), cipher.final()])
}

function tag(key, nonce, ciphertext, associatedData) {
  const lengths = Buffer.alloc(16)
  lengths.writeBigUInt64BE(BigInt(associatedData.length) * 8n)
  lengths.writeBigUInt64BE(BigInt(ciphertext.length) * 8n, 8)
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  const h = cipher.update(Buffer.alloc(16))
  return ctr(key, nonce, ghash(h, Buffer.concat([padded(associatedData), padded(ciphertext), lengths])), 1)
}

const padded = bytes => Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])

function ghash(h, data) {
  const factor = toNumber(h)
  let sum = 0n
  for (let i = 0; i < data.length; i += 16) sum = times(sum ^ toNumber(data.subarray(i, i + 16)), factor)
  return Buffer.from(sum.toString(16).padStart(32, '0'), 'hex')
}

// SP 800-38D 6.3: bit 0 is the leftmost.
function times(x, y) {
  let z = 0n
  for (let i = 127n, v = y; i >= 0n; i--) {
    if ((x >> i) & 1n) z ^= v
    v = v & 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n
  }
  return z
}

const toNumber = bytes => BigInt('0x' + bytes.toString('hex'))
