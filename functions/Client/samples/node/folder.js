// A platform's own folder. Private keys lie in files of mode 0600; whoever can read them is this platform.
import { createPrivateKey, generateKeyPairSync, randomInt, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hex, sha256 } from './bytes.js'
import { certificateRequest } from './request.js'
import * as sm2 from './sm2.js'
import * as statements from './statements.js'

// What an enterprise states: it signs its acts, reads replies, takes tokens and data keys.
const purposes = ['author', 'inbox', 'exchange']

/** Makes a folder with new keys and the request for its certificate; the authority's answer belongs into platform.pem and ca.pem. */
export function create(dir, { enterpriseId, name, address }) {
  mkdirSync(dir, { recursive: true })
  const platId = newPlatId()
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const keys = Object.fromEntries(purposes.map(purpose => [`${purpose}-v1`, { since: now, private: sm2.generate().toString('hex') }]))
  const write = (file, content, mode) => writeFileSync(join(dir, file), content, { flag: 'wx', mode })
  write('platform.key', privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600)
  write('keys.json', JSON.stringify(keys), 0o600)
  write('platform.json', JSON.stringify({ platId, name, enterpriseId, address }, null, 2))
  write('request.pem', certificateRequest(platId, [new URL(address).hostname], privateKey))
  return platId
}

export function open(dir) {
  const read = file => readFileSync(join(dir, file))
  const peers = existsSync(join(dir, 'peers')) ? readdirSync(join(dir, 'peers')).map(file => JSON.parse(read(join('peers', file)))) : []
  const keys = Object.entries(JSON.parse(read('keys.json')))
  return {
    dir,
    ...JSON.parse(read('platform.json')),
    certificate: new X509Certificate(read('platform.pem')),
    certificateKey: createPrivateKey(read('platform.key')),
    authority: new X509Certificate(read('ca.pem')),
    keys: Object.fromEntries(keys.map(([keyId, key]) => [keyId, { keyId, since: key.since, privateKey: hex(key.private) }])),
    peers: peers.map(peerOf),
  }
}

/** What others need to know of this platform; nothing in it is secret. */
export function offer({ platId, name, enterpriseId, address, certificate, certificateKey, keys }) {
  const stated = Object.values(keys).map(({ keyId, since, privateKey }) => {
    const [, purpose, version] = /^([a-z0-9-]+)-v(\d+)$/.exec(keyId)
    const publicKey = sm2.publicKey(privateKey)
    return statements.state({ platId, name: purpose, version: Number(version), algorithm: 'sm2', publicKey, notBefore: since }, certificate, certificateKey)
  })
  return { v: 1, platId, role: 'ENTERPRISE', name, address, enterpriseId, certificate: certificate.raw.toString('base64url'), statements: stated }
}

/** Pins another platform: from now on it is the one with this very certificate. Compare the fingerprint that is returned with its owner's, by another way. */
export function pair(dir, offered) {
  const peer = peerOf(offered)
  mkdirSync(join(dir, 'peers'), { recursive: true })
  writeFileSync(join(dir, 'peers', `${peer.platId}.json`), JSON.stringify(offered, null, 2), { flag: 'wx' })
  return peer.thumbprint
}

function peerOf(offered) {
  const der = Buffer.from(offered.certificate, 'base64url')
  const thumbprint = sha256(der).toString('hex')
  const keys = offered.statements.map(signed => statements.read(signed, offered.platId, thumbprint))
  if (keys.includes(null)) throw new Error(`A key statement of platform ${offered.platId} does not hold.`)
  return { ...offered, certificate: new X509Certificate(der), thumbprint, keys }
}

// Uniform in [10^15, 2^53).
function newPlatId() {
  for (;;) {
    const candidate = randomInt(2 ** 27) * 2 ** 26 + randomInt(2 ** 26)
    if (candidate >= 1e15) return candidate
  }
}
