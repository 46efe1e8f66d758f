// Mutual TLS: the authority of the platforms and no other, and at the other end the very certificate that was pinned.
import https from 'node:https'
import tls from 'node:tls'
import { sha256 } from './bytes.js'

export class Transport {
  #agents = new Map()

  constructor(folder) {
    this.folder = folder
  }

  /** One request; the answer as it came, unverified. */
  post(peer, url, fields, body) {
    return new Promise((resolve, reject) => {
      const request = https.request(url, { method: 'POST', agent: this.#agentOf(peer), headers: { ...fields, 'content-length': body.length }, timeout: 15_000 })
      request.on('timeout', () => request.destroy(new Error('no answer in time')))
      request.on('error', reject)
      request.on('response', response => {
        const parts = []
        response.on('data', part => parts.push(part)).on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode, fields: response.headers, body: Buffer.concat(parts) }))
      })
      request.end(body)
    })
  }

  close() {
    for (const agent of this.#agents.values()) agent.destroy()
  }

  #agentOf(peer) {
    if (!this.#agents.has(peer.platId)) this.#agents.set(peer.platId, this.#newAgent(peer))
    return this.#agents.get(peer.platId)
  }

  #newAgent(peer) {
    const { certificate, certificateKey, authority } = this.folder
    return new https.Agent({
      keepAlive: true,
      maxCachedSessions: 0, // each connection proves both certificates
      minVersion: 'TLSv1.2',
      cert: certificate.toString(),
      key: certificateKey.export({ type: 'pkcs8', format: 'pem' }),
      ca: [authority.toString()], // and not the system's
      checkServerIdentity: (host, shown) => tls.checkServerIdentity(host, shown)
        ?? (sha256(shown.raw).toString('hex') === peer.thumbprint ? undefined : new Error('This is not the certificate that was pinned.')),
    })
  }
}
