// Author signatures: a platform's SM2 signature of one act. They prove the act to third persons, so they become evidence.
import { base64, base64url, lengthPrefixed, sha256 } from './bytes.js'
import * as sm2 from './sm2.js'

/** The bytes signed: domain, operation, name of the digest, SHA-256 of the content. */
export const authorInput = (operation, content) => lengthPrefixed('ascs-author-v1', operation, 'sha-256', sha256(content))

/** Value of the field `ascs-author` of a call. */
export function authorField({ keyId, privateKey }, operation, body) {
  return `keyid="${keyId}", signature=:${base64(sm2.sign(privateKey, authorInput(operation, body)))}:`
}

/** A document that travels inside something else: sealed ids, confirmations. */
export function signedDocument({ keyId, privateKey }, operation, content) {
  return { operation, content: base64url(content), keyId, signature: base64url(sm2.sign(privateKey, authorInput(operation, content))) }
}
