// The secret that signs messages before login: both sides compute it from the two certificate keys, so it never travels.
import { diffieHellman, hkdfSync } from 'node:crypto'
import { sha256, utf8 } from './bytes.js'

export function pairSecret({ platId, certificateKey }, peer) {
  const shared = diffieHellman({ privateKey: certificateKey, publicKey: peer.certificate.publicKey })
  const salt = sha256(utf8([platId, peer.platId].sort((one, other) => one - other).join('')))
  return { keyId: 'pair-v1', secret: Buffer.from(hkdfSync('sha256', shared, salt, 'ascs-pair-v1', 32)) }
}
