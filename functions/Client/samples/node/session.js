// Sessions: AuthTokens are exchanged once, then each run logs in, refreshes, and asks for data keys. One session for each platform called.
import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { base64url, fromBase64url, utf8 } from './bytes.js'
import { unwrap } from './datakey.js'
import { FieldCipher } from './fields.js'
import { answerTranscript, holds, prove, requestTranscript, sessionKeys, toPoint } from './login.js'
import * as sm2 from './sm2.js'
import { current } from './statements.js'
import { mint } from './tokens.js'

const soon = 10 * 60_000

export class Sessions {
  #live = new Map()

  /** @param ask (peer, operation, request, session or null) → answer's body: how a call is made. */
  constructor(folder, ask) {
    Object.assign(this, { folder, ask })
  }

  /** The session at a peer, with a token that lives for a while: logged in or refreshed where that is due. */
  async at(peer) {
    if (!this.#live.has(peer.platId)) return this.#keep(peer, this.#logIn(peer))
    const session = await this.#live.get(peer.platId)
    return session.accessUntil - Date.now() > soon ? session : this.refresh(peer)
  }

  /** New tokens; the ones before are void. */
  refresh(peer) {
    return this.#keep(peer, this.#refresh(peer, this.#live.get(peer.platId)))
  }

  /** The cipher of sensitive members; under a new data key where that is due. */
  async cipherAt(peer) {
    const session = await this.at(peer)
    return session.dataKeyUntil - Date.now() > soon ? session.cipher : this.renewDataKey(peer)
  }

  async renewDataKey(peer) {
    const session = await this.at(peer)
    const { dataKey } = await this.ask(peer, 'session/data-key', { v: 1 }, session)
    return Object.assign(session, this.#dataKeyOf(dataKey, session)).cipher
  }

  forget(peer) {
    this.#live.delete(peer.platId)
  }

  async logOut(peer) {
    if (!this.#live.has(peer.platId)) return
    await this.ask(peer, 'session/logout', { v: 1 }, await this.#live.get(peer.platId))
    this.forget(peer)
  }

  // Whoever comes meanwhile waits for the same login.
  #keep(peer, session) {
    this.#live.set(peer.platId, session)
    session.catch(() => this.forget(peer))
    return session
  }

  async #logIn(peer) {
    const { folder } = this
    const tokens = await this.#authTokens(peer)
    const { privateKey: ephemeralKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const offer = { suites: ['gm', 'cheaa'], ephemeral: toPoint(ephemeralKey), nonce: randomBytes(32) }
    const parties = { caller: folder.platId, called: peer.platId, callerCertificate: folder.certificate.raw, calledCertificate: peer.certificate.raw }
    const t1 = requestTranscript({ ...parties, ...offer })
    const mine = prove('caller', tokens.own, folder.certificateKey, t1)
    const answer = await this.ask(peer, 'session/login', {
      v: 1, certificate: base64url(folder.certificate.raw), suites: offer.suites, ephemeral: base64url(offer.ephemeral), nonce: base64url(offer.nonce),
      proof: base64url(mine.proof), signature: base64url(mine.signature),
    }, null)
    const [ephemeral, nonce, proof, signature] = [answer.ephemeral, answer.nonce, answer.proof, answer.signature].map(fromBase64url)
    const t2 = answerTranscript(t1, mine, { calledCertificate: peer.certificate.raw, suite: answer.suite, ephemeral, nonce, sessionId: answer.sessionId })
    const isThem = new X509Certificate(fromBase64url(answer.certificate)).raw.equals(peer.certificate.raw)
    if (!isThem || !offer.suites.includes(answer.suite) || !holds('called', tokens.minted, peer.certificate, t2, { proof, signature }))
      throw new Error('The platform called has not proved itself.')
    const keys = sessionKeys(ephemeralKey, ephemeral, t2)
    const session = { id: answer.sessionId, suite: answer.suite, key: { keyId: `session-${answer.sessionId}`, secret: keys.mac }, tokens: new FieldCipher(answer.suite, `session-${answer.sessionId}`, keys.fields) }
    return Object.assign(session, tokensOf(answer, session), this.#dataKeyOf(answer.dataKey, session))
  }

  async #refresh(peer, former) {
    const session = await former
    const answer = await this.ask(peer, 'session/refresh', { v: 1, refreshToken: session.tokens.seal(session.refreshToken) }, session)
    return { ...session, ...tokensOf(answer, session) }
  }

  #dataKeyOf(dataKey, session) {
    const key = unwrap(dataKey, session.id, this.folder.keys[dataKey.exchangeKeyId].privateKey)
    if (!key) throw new Error('The data key was not wrapped for this session.')
    return { cipher: new FieldCipher(session.suite, dataKey.keyId, key), dataKeyUntil: Date.now() + dataKey.seconds * 1000 }
  }

  // { minted: by us for the peer, own: by the peer for us }. Whoever reads the file can't log in without the certificate's key.
  async #authTokens(peer) {
    const file = join(this.folder.dir, `tokens-${peer.platId}.json`)
    if (existsSync(file)) return JSON.parse(readFileSync(file))
    const minted = mint('auth', peer.platId)
    const exchange = current(peer.keys, 'exchange')
    const request = { v: 1, authToken: { exchangeKeyId: exchange.keyId, wrapped: base64url(sm2.encrypt(exchange.publicKey, utf8(minted))) } }
    const { authToken } = await this.ask(peer, 'session/exchange', request, null)
    const own = sm2.decrypt(this.folder.keys[authToken.exchangeKeyId].privateKey, fromBase64url(authToken.wrapped))
    if (!own) throw new Error('The AuthToken was wrapped for another key.')
    const tokens = { minted, own: own.toString() }
    writeFileSync(file, JSON.stringify(tokens), { flag: 'wx', mode: 0o600 })
    return tokens
  }
}

function tokensOf({ accessToken, accessSeconds, refreshToken }, { tokens }) {
  const [access, refresh] = [tokens.open(accessToken), tokens.open(refreshToken)]
  if (!access || !refresh) throw new Error('The tokens were sealed under another key.')
  return { accessToken: access, accessSeconds, accessUntil: Date.now() + accessSeconds * 1000, refreshToken: refresh }
}
