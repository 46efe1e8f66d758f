// Public keys travel in statements that their owner signs under its platform certificate: whoever hands one on can't change it.
import { X509Certificate, sign, verify } from 'node:crypto'
import { base64url, fromBase64url, lengthPrefixed, sha256, utf8 } from './bytes.js'

const input = canonical => lengthPrefixed('ascs-key-statement-v1', canonical)

/** States a key of one's own. The members stand in this order, without white space. */
export function state({ platId, name, version, algorithm, publicKey, notBefore }, certificate, certificateKey) {
  const canonical = utf8(JSON.stringify({ v: 1, platId, name, version, algorithm, publicKey: base64url(publicKey), notBefore }))
  const signature = sign('sha256', input(canonical), { key: certificateKey, dsaEncoding: 'ieee-p1363' })
  return { statement: base64url(canonical), certificate: base64url(certificate.raw), signature: base64url(signature) }
}

/** The statement, or null unless it is the platform's of that id, signed under the certificate pinned for it (SHA-256, hexadecimal). */
export function read(signed, platId, pinned) {
  const [canonical, der, signature] = [signed.statement, signed.certificate, signed.signature].map(text => text && fromBase64url(text))
  if (!canonical || !der || !signature || sha256(der).toString('hex') !== pinned.toLowerCase()) return null
  const key = new X509Certificate(der).publicKey
  if (!verify('sha256', input(canonical), { key, dsaEncoding: 'ieee-p1363' }, signature)) return null
  const { v, platId: owner, name, version, algorithm, publicKey, notBefore, notAfter } = JSON.parse(canonical)
  const rewritten = JSON.stringify({ v, platId: owner, name, version, algorithm, publicKey, notBefore, notAfter })
  if (v !== 1 || owner !== platId || rewritten !== canonical.toString()) return null // one spelling only
  return { keyId: `${name}-v${version}`, name, version, algorithm, publicKey: fromBase64url(publicKey), notBefore, notAfter }
}

/** The newest key of a name that is in use now, or null. */
export function current(statements, name, now = Date.now()) {
  return statements.filter(key => key.name === name && key.notBefore <= now && !(key.notAfter <= now))
    .sort((one, other) => other.version - one.version)[0] ?? null
}
