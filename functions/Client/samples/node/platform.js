// The signed caller: what every call has, and what every answer must hold before it is believed.
import { authorField } from './author.js'
import { utf8 } from './bytes.js'
import { pairSecret } from './pairing.js'
import { Sessions } from './session.js'
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
    this.sessions = new Sessions(folder, async (...call) => bodyOf(await this.#once(...call)))
  }

  peer(role) {
    return this.folder.peers.find(peer => peer.role === role)
  }

  /** Calls a peer and answers the body. The same bytes under the same idempotency key are tried again while the peer is busy or away. */
  async call(peer, operation, request, idempotencyKey) {
    const body = utf8(JSON.stringify(request))
    const fields = this.#fields(operation, body, idempotencyKey)
    for (let [tries, isLost] = [0, false]; ; tries++) {
      const answer = await this.sessions.at(peer).then(session => this.#try(peer, operation, fields, body, session)).catch(fault => fault)
      if (answer.status === 200 || answer.status === 202) return JSON.parse(answer.body)
      const fault = answer instanceof Error ? answer : new Refused(JSON.parse(answer.body))
      if (fault.code === 'ACCESS_TOKEN_INVALID' && !isLost) {
        this.sessions.forget(peer) // voided meanwhile: once more, under a new one
        isLost = true
        continue
      }
      if (!mayPass(fault) || tries === pauses.length) throw fault
      await new Promise(resolve => setTimeout(resolve, answer.fields?.['retry-after'] * 1000 || pauses[tries]))
    }
  }

  close() {
    this.transport.close()
  }

  // The calls of sessions themselves: one try, under the session given or, before there is one, the pair secret.
  #once(peer, operation, request, session) {
    const body = utf8(JSON.stringify(request))
    return this.#try(peer, operation, this.#fields(operation, body), body, session)
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
  async #try(peer, operation, constant, body, session) {
    const now = Date.now()
    const key = session?.key ?? pairSecret(this.folder, peer)
    const targetUri = new URL(`/v1/${operation}`, peer.address).href
    const fields = { ...constant, 'ascs-timestamp': `${now}`, ...(session && { authorization: `Bearer ${session.accessToken}` }) }
    Object.assign(fields, signRequest({ method: 'POST', targetUri, fields }, key, Math.floor(now / 1000)))
    const answer = await this.transport.post(peer, targetUri, fields, body)
    const fault = faultOf(answer, answer.body, valueOf(fields.signature), key)
    if (fault && answer.status === 429) return answer // from whomever: a hint to wait harms nobody
    if (fault && !(session && this.#saysLost(peer, answer, fields))) throw new Error(`The answer (${answer.status}) to ${operation} is not believed: ${fault}.`)
    return answer
  }

  // Who does not know our session (any more) can't sign with its key, and may say nothing else under the pair secret than that.
  #saysLost(peer, answer, fields) {
    return faultOf(answer, answer.body, valueOf(fields.signature), pairSecret(this.folder, peer)) === null && JSON.parse(answer.body).code === 'ACCESS_TOKEN_INVALID'
  }
}

function bodyOf(answer) {
  if (answer.status !== 200) throw new Refused(JSON.parse(answer.body))
  return JSON.parse(answer.body)
}
