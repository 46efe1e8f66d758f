// What is signed and computed at login. Everything either side said is in the transcripts, so neither can be led to believe in another conversation.
import { createPublicKey, diffieHellman, hkdfSync, sign, verify } from 'node:crypto'
import { base64url, hmac, lengthPrefixed, same, sha256, utf8 } from './bytes.js'

/** T1: the request without its proofs, and whom the caller takes the other for. Certificates count by their SHA-256. */
export function requestTranscript({ caller, called, callerCertificate, calledCertificate, suites, ephemeral, nonce }) {
  return lengthPrefixed('ascs-login-v1', `${caller}`, `${called}`, sha256(callerCertificate), sha256(calledCertificate), suites.join(','), ephemeral, nonce)
}

/** T2: the whole request, and the answer without its proofs. */
export function answerTranscript(t1, request, { calledCertificate, suite, ephemeral, nonce, sessionId }) {
  return lengthPrefixed('ascs-login-answer-v1', t1, request.proof, request.signature, sha256(calledCertificate), suite, ephemeral, nonce, sessionId)
}

const sides = { caller: ['ascs-login-caller', 'ascs-login-caller-v1'], called: ['ascs-login-verifier', 'ascs-login-verifier-v1'] }

/** One side's two proofs: that it has the AuthToken, which never travels here, and the certificate's key. */
export function prove(side, authToken, certificateKey, transcript) {
  const [proofDomain, signatureDomain] = sides[side]
  const proof = hmac('sha256', utf8(authToken), lengthPrefixed(proofDomain, transcript))
  return { proof, signature: sign('sha256', lengthPrefixed(signatureDomain, transcript, proof), { key: certificateKey, dsaEncoding: 'ieee-p1363' }) }
}

export function holds(side, authToken, certificate, transcript, { proof, signature }) {
  const [proofDomain, signatureDomain] = sides[side]
  return same(proof, hmac('sha256', utf8(authToken), lengthPrefixed(proofDomain, transcript)))
    && verify('sha256', lengthPrefixed(signatureDomain, transcript, proof), { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' }, signature)
}

/** The keys that only the two ends know: one signs the session's messages, the other seals its tokens. */
export function sessionKeys(ephemeralKey, otherPoint, t2) {
  const shared = diffieHellman({ privateKey: ephemeralKey, publicKey: fromPoint(otherPoint) })
  const derive = info => Buffer.from(hkdfSync('sha256', shared, sha256(t2), info, 32))
  return { mac: derive('ascs-session-mac-v1'), fields: derive('ascs-session-fields-v1') }
}

/** 04 || x || y of a P-256 key, and back. */
export function toPoint(key) {
  const { x, y } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}

function fromPoint(point) {
  if (point.length !== 65 || point[0] !== 4) throw new Error('This is no point of P-256.')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) }, format: 'jwk' })
}
