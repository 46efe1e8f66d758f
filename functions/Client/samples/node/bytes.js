// Small things that everything else is written in.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const utf8 = text => Buffer.from(text, 'utf8')
export const hex = text => Buffer.from(text, 'hex')
export const base64 = bytes => Buffer.from(bytes).toString('base64')
export const base64url = bytes => Buffer.from(bytes).toString('base64url')

/** Bytes of a base64url text; null unless it is the one canonical spelling, without padding. */
export function fromBase64url(text) {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

export const sha256 = (...parts) => digest('sha256', parts)
export const sm3 = (...parts) => digest('sm3', parts)
export const hmac = (algorithm, key, ...parts) => parts.reduce((mac, part) => mac.update(part), createHmac(algorithm, key)).digest()
export const same = (one, other) => one.length === other.length && timingSafeEqual(one, other)

function digest(algorithm, parts) {
  return parts.reduce((hash, part) => hash.update(part), createHash(algorithm)).digest()
}

/** LP: fields one after the other, each preceded by its length in four bytes, big-endian. Text counts as UTF-8. */
export function lengthPrefixed(...fields) {
  return Buffer.concat(fields.flatMap(field => {
    const bytes = typeof field === 'string' ? utf8(field) : field
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  }))
}

/** RFC 5869. Node's own hkdf does the same for SHA-256; with SM3 there is none. */
export function hkdf(algorithm, key, salt, info, length) {
  const secret = hmac(algorithm, salt.length > 0 ? salt : Buffer.alloc(32), key)
  const blocks = []
  for (let i = 1, last = Buffer.alloc(0); blocks.length * 32 < length; i++) {
    last = hmac(algorithm, secret, last, utf8(info), Buffer.from([i]))
    blocks.push(last)
  }
  return Buffer.concat(blocks).subarray(0, length)
}
