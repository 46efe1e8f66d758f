// The signed caller: what every call has, and what every answer must hold before it is believed.
import { authorField } from './author.js'
import { utf8 } from './bytes.js'
import { pairSecret } from './pairing.js'
import { contentDigest, faultOf, signRequest, valueOf } from './signature.js'
import { Transport } from './transport.js'

// What the catalogue says of the calls used here. Those that change something need an idempotency key, those that become evidence an author signature.
const acts = {
  'authorisations/authorise': { idempotent: true, authorSigned: true },
  'dispatches/create': { idempotent: true, authorSigned: true },
}

const pauses = [100, 400, 1200]
const mayPass = fault => !(fault instanceof Refused) || fault.status === 429 || fault.status >= 500 || fault.code === 'IDEMPOTENCY_IN_PROGRESS'

/** A refusal as a value: RFC 9457, and nothing of the request in it. */
export class Refused extends Error {
  constructor({ code, status, traceId, errors }) {
    super(`${code} (${status}) ${JSON.stringify(errors ?? [])}, trace ${traceId}`)
    Object.assign(this, { code, status, traceId, errors })
  }
}

export class Platform {
  constructor(folder) {
    this.folder = folder
    this.transport = new Transport(folder)
  }

  peer(role) {
    return this.folder.peers.find(peer => peer.role === role)
  }

  /** Calls a peer and answers the body. The same bytes under the same idempotency key are tried again while the peer is busy or away. */
  async call(peer, operation, request, idempotencyKey) {
    const body = utf8(JSON.stringify(request))
    const fields = this.#fields(operation, body, idempotencyKey)
    for (let tries = 0; ; tries++) {
      const answer = await this.#try(peer, operation, fields, body).catch(fault => fault)
      if (answer.status === 200 || answer.status === 202) return JSON.parse(answer.body)
      const fault = answer instanceof Error ? answer : new Refused(JSON.parse(answer.body))
      if (!mayPass(fault) || tries === pauses.length) throw fault
      await new Promise(resolve => setTimeout(resolve, answer.fields?.['retry-after'] * 1000 || pauses[tries]))
    }
  }

  close() {
    this.transport.close()
  }

  // What stays the same over all tries.
  #fields(operation, body, idempotencyKey) {
    const { idempotent, authorSigned } = acts[operation] ?? {}
    if (idempotent && !idempotencyKey) throw new Error(`${operation} needs an idempotency key.`)
    return {
      'content-type': 'application/json; charset=utf-8',
      'content-digest': contentDigest(body),
      'ascs-plat-id': `${this.folder.platId}`,
      ...(idempotent && { 'idempotency-key': idempotencyKey }),
      ...(authorSigned && { 'ascs-author': authorField(this.folder.keys['author-v1'], operation, body) }),
    }
  }

  // Each try has a timestamp and a nonce of its own. An answer that does not hold is as good as none.
  async #try(peer, operation, constant, body) {
    const now = Date.now()
    const key = pairSecret(this.folder, peer)
    const targetUri = new URL(`/v1/${operation}`, peer.address).href
    const fields = { ...constant, 'ascs-timestamp': `${now}` }
    Object.assign(fields, signRequest({ method: 'POST', targetUri, fields }, key, Math.floor(now / 1000)))
    const answer = await this.transport.post(peer, targetUri, fields, body)
    const fault = faultOf(answer, answer.body, valueOf(fields.signature), key)
    if (fault && answer.status === 429) return answer // from whomever: a hint to wait harms nobody
    if (fault) throw new Error(`The answer (${answer.status}) to ${operation} is not believed: ${fault}.`)
    return answer
  }
}
