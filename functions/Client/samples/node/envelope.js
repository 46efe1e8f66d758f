// Content of any length for the owner of one SM2 key: a fresh SM4 key encrypts the content, SM2 encrypts that key.
// 01 || length of the wrapped key (2 bytes) || wrapped key || 12-byte nonce || ciphertext || 16-byte tag
import { randomBytes } from 'node:crypto'
import * as sm2 from './sm2.js'
import * as sm4gcm from './sm4gcm.js'

const headerLength = 1 + 2 + 113

export function seal(publicKey, content, associatedData) {
  const [key, nonce] = [randomBytes(16), randomBytes(12)]
  const header = Buffer.concat([Buffer.from([1, 0, 113]), sm2.encrypt(publicKey, key)])
  return Buffer.concat([header, nonce, sm4gcm.encrypt(key, nonce, content, Buffer.concat([header, associatedData]))])
}

/** The content, or null. */
export function open(privateKey, envelope, associatedData) {
  if (envelope.length < headerLength + 28 || envelope[0] !== 1 || envelope.readUInt16BE(1) !== 113) return null
  const header = envelope.subarray(0, headerLength)
  const key = sm2.decrypt(privateKey, header.subarray(3))
  const nonce = envelope.subarray(headerLength, headerLength + 12)
  return key && sm4gcm.decrypt(key, nonce, envelope.subarray(headerLength + 12), Buffer.concat([header, associatedData]))
}
