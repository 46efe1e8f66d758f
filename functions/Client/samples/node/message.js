// A dispatch: a template to AIDs. The variables are encrypted under a content key that only the operators can unwrap.
import { randomBytes } from 'node:crypto'
import { base64url, fromBase64url, utf8 } from './bytes.js'
import * as sm2 from './sm2.js'
import * as sm4gcm from './sm4gcm.js'

/** A content key, to be used for an hour at most, wrapped once to each operator: 16 bytes of key, then what it is for. */
export function newContentKey(enterpriseId, operators) {
  const [key, keyId] = [randomBytes(16), base64url(randomBytes(16))]
  const content = Buffer.concat([key, utf8(`ascs-content-key-1|${enterpriseId}|${keyId}`)])
  const wraps = Object.fromEntries(Object.entries(operators).map(([operatorId, seal]) => [operatorId, base64url(sm2.encrypt(seal, content))]))
  return { key, wrapped: { keyId, wraps } }
}

/** The body of dispatches/create. Send the very same bytes again under the same idempotency key. */
export function dispatchBody({ enterpriseId, serviceId, channel, templateId, templateVersion, senderId }, recipients, contentKey) {
  const binding = contentBinding(enterpriseId, templateId, templateVersion, contentKey.wrapped.keyId)
  return {
    v: 1, enterpriseId, serviceId, channel, templateId, templateVersion, senderId, contentKey: contentKey.wrapped,
    recipients: recipients.map(({ aid, variables }) => ({ aid, variables: sealVariables(contentKey.key, binding, variables) })),
  }
}

export const contentBinding = (enterpriseId, templateId, version, keyId) => utf8(`ascs-content-1|${enterpriseId}|${templateId}|${version}|${keyId}`)

/** 12-byte nonce || ciphertext || tag, base64url. The salt keeps short codes from being guessed by their digest. */
export function sealVariables(key, binding, values, nonce = randomBytes(12), salt = base64url(randomBytes(16))) {
  return base64url(Buffer.concat([nonce, sm4gcm.encrypt(key, nonce, utf8(JSON.stringify({ salt, values })), binding)]))
}

/** What an operator does with it; null when it was made for something else. */
export function openVariables(key, binding, sealed) {
  const bytes = fromBase64url(sealed)
  const content = bytes && sm4gcm.decrypt(key, bytes.subarray(0, 12), bytes.subarray(12), binding)
  return content && JSON.parse(content)
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Whether a text is an AID: 26 characters of Crockford base32 below 2^128, and the one check character (Luhn mod 32) that fits. */
export function isAid(text) {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{26}$/.test(text)) return false
  const sum = [...text.slice(0, 26)].reduce((sum, character, i) => {
    const value = alphabet.indexOf(character) * ((26 - i) % 2 === 1 ? 2 : 1)
    return sum + Math.floor(value / 32) + (value % 32)
  }, 0)
  return text[26] === alphabet[(32 - (sum % 32)) % 32]
}
