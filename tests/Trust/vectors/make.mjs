// Makes the vectors beside it, out of fixed keys: `node tests/Trust/vectors/make.mjs`, with OpenSSL 3 on the path.
// All cryptography is OpenSSL's command line, so that the values come from neither our code nor the sample client; SM4-GCM alone, which that has not,
// is the sample's (proved by RFC 8998 in its self-test). Signatures and ciphertexts are randomised: those change with every run, and are there to be verified.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as sm4gcm from '../../../functions/Client/samples/node/sm4gcm.js'

const work = mkdtempSync(join(tmpdir(), 'ascs-vectors-'))
const hex = text => Buffer.from(text, 'hex')
const utf8 = text => Buffer.from(text, 'utf8')
const base64url = bytes => Buffer.from(bytes).toString('base64url')
const file = (name, content) => (writeFileSync(join(work, name), content), join(work, name))
const openssl = (args, input) => execFileSync('openssl', args, { input, stdio: ['pipe', 'pipe', 'ignore'] })
const lp = (...fields) => Buffer.concat(fields.flatMap(field => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(field))
  return [length, Buffer.from(field)]
}))
const seconds = 1795996800 // 2026-11-30T00:00:00Z
const fixed = label => createHash('sha256').update(`ascs vectors ${label}`).digest() // keys that nobody uses

// --- OpenSSL, a function a command
const digest = (name, data) => openssl(['dgst', `-${name}`, '-binary'], data)
const hmac = (name, key, data) => openssl(['dgst', `-${name}`, '-mac', 'HMAC', '-macopt', `hexkey:${key.toString('hex')}`, '-binary'], data)
const hkdf = (name, key, salt, info, length) => openssl(['kdf', '-binary', '-keylen', `${length}`, '-kdfopt', `digest:${name}`, '-kdfopt', `hexkey:${key.toString('hex')}`,
  ...(salt.length ? ['-kdfopt', `hexsalt:${salt.toString('hex')}`] : []), '-kdfopt', `hexinfo:${utf8(info).toString('hex')}`, 'HKDF'])
const cipher = (name, key, iv, data) => openssl(['enc', `-${name}`, '-e', '-nopad', '-K', key.toString('hex'), '-iv', iv.toString('hex')], data)
const curves = { sm2: '06082a811ccf5501822d', p256: '06082a8648ce3d030107' }
function key(curve, label) { // SEC 1 C.4: private scalar and curve; OpenSSL computes the point
  const d = fixed(label)
  const der = hex(`3031020101${'0420'}${d.toString('hex')}a00a${curves[curve]}`)
  const pem = `-----BEGIN EC PRIVATE KEY-----\n${der.toString('base64').match(/.{1,64}/g).join('\n')}\n-----END EC PRIVATE KEY-----\n`
  const privateFile = file(`${label.replaceAll(' ', '-')}.pem`, pem)
  const spki = openssl(['ec', '-in', privateFile, '-pubout', '-outform', 'DER'])
  const publicFile = file(`${label.replaceAll(' ', '-')}.pub.pem`, openssl(['ec', '-in', privateFile, '-pubout']))
  return { d, privateFile, publicFile, point: spki.subarray(-65), spki }
}
const number = (der, at) => [Buffer.concat([Buffer.alloc(32), der.subarray(at + 2, at + 2 + der[at + 1])]).subarray(-32), at + 2 + der[at + 1]]
function rs(der) { // SEQUENCE of two INTEGERs → r || s
  const [r, next] = number(der, 2)
  return Buffer.concat([r, number(der, next)[0]])
}
const sm2Sign = ({ privateFile }, data) => rs(openssl(['pkeyutl', '-sign', '-inkey', privateFile, '-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678', '-in', file('data', data)]))
const ecdsaSign = ({ privateFile }, data) => rs(openssl(['dgst', '-sha256', '-sign', privateFile], data))
function sm2Encrypt({ publicFile }, data) { // GM/T 0009: SEQUENCE of x, y, C3, C2 → C1 || C3 || C2
  const der = openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', publicFile, '-in', file('data', data)])
  const start = der[1] & 0x80 ? 2 + (der[1] & 0x7f) : 2
  const [x, afterX] = number(der, start)
  const [y, afterY] = number(der, afterX)
  const c3 = der.subarray(afterY + 2, afterY + 34)
  return Buffer.concat([Buffer.from([4]), x, y, c3, der.subarray(-data.length)])
}
const derive = (mine, theirs) => openssl(['pkeyutl', '-derive', '-inkey', mine.privateFile, '-peerkey', theirs.publicFile])
function certificate(owner, platId) {
  const config = file('req.cnf', `[req]\ndistinguished_name=dn\n[dn]\n[ext]\nsubjectAltName=URI:urn:ascs:plat:${platId},DNS:localhost\n`)
  return openssl(['req', '-x509', '-new', '-key', owner.privateFile, '-subj', `/CN=${platId}`, '-days', '90', '-sha256', '-config', config, '-extensions', 'ext', '-outform', 'DER'])
}
const signedDocument = (author, operation, content) => ({
  operation, content: base64url(content), keyId: 'author-v1', signature: base64url(sm2Sign(author, lp('ascs-author-v1', operation, 'sha-256', digest('sha256', content)))),
})

// --- The vectors
const [caller, called] = [1795996800123456, 2345678901234567]
const [callerKey, calledKey] = [key('p256', 'certificate of the caller'), key('p256', 'certificate of the called')]
const [author, seal, intake] = [key('sm2', 'author'), key('sm2', 'seal'), key('sm2', 'intake')]

function pairing() {
  const shared = derive(callerKey, calledKey)
  const salt = digest('sha256', utf8(`${caller}${called}`))
  return {
    source: 'openssl pkeyutl -derive, dgst -sha256, kdf HKDF', caller: { platId: caller, privateKeyHex: callerKey.d.toString('hex'), publicKeyHex: callerKey.point.toString('hex') },
    called: { platId: called, privateKeyHex: calledKey.d.toString('hex'), publicKeyHex: calledKey.point.toString('hex') },
    sharedHex: shared.toString('hex'), saltHex: salt.toString('hex'), secretHex: hkdf('SHA2-256', shared, salt, 'ascs-pair-v1', 32).toString('hex'),
  }
}

// The words are written by hand; their hash is not.
function consent() {
  const vectors = JSON.parse(readFileSync(new URL('consent.json', import.meta.url)))
  const cases = vectors.cases.map(({ choices, lines }) => ({ choices, lines, textHash: base64url(digest('sm3', utf8(`${lines.join('\n')}\n`))) }))
  return { ...vectors, cases }
}

function sealing() {
  const [enterpriseId, consentNonce, textHash] = ['zhuque-books', base64url(fixed('nonce').subarray(0, 16)), base64url(digest('sm3', 'the words'))]
  const content = { v: 1, enterpriseId, consentNonce, textHash, sealedAt: seconds * 1000, idType: 'OAID', id: 'bbbbbbbb-0000-4000-8000-000000000001' }
  const sealed = sm2Encrypt(seal, utf8(JSON.stringify(signedDocument(author, 'seals/seal', utf8(JSON.stringify(content))))))
  const [contentKey, keyId] = [fixed('content key').subarray(0, 16), base64url(fixed('content key id').subarray(0, 16))]
  const wrapped = Buffer.concat([contentKey, utf8(`ascs-content-key-1|${enterpriseId}|${keyId}`)])
  const variables = { salt: base64url(fixed('salt').subarray(0, 16)), values: { title: '红楼梦', until: '本周日' } }
  const [nonce, binding] = [fixed('gcm nonce').subarray(0, 12), `ascs-content-1|${enterpriseId}|book-arrived|1|${keyId}`]
  return {
    source: 'openssl pkeyutl -sign and -encrypt (SM2), dgst -sm3; SM4-GCM by the sample client',
    sealKeyHex: seal.d.toString('hex'), authorPublicKeyHex: author.point.toString('hex'), intakeKeyHex: intake.d.toString('hex'), enterpriseId,
    sealedId: { content, seal: base64url(sealed), name: base64url(digest('sm3', sealed)) },
    agreement: envelope(enterpriseId, consentNonce),
    contentKey: { keyHex: contentKey.toString('hex'), keyId, wrappedTextHex: wrapped.toString('hex'), wrap: base64url(sm2Encrypt(seal, wrapped)) },
    variables: {
      templateId: 'book-arrived', templateVersion: 1, binding, nonceHex: nonce.toString('hex'), ...variables,
      sealed: base64url(Buffer.concat([nonce, sm4gcm.encrypt(contentKey, nonce, utf8(JSON.stringify(variables)), utf8(binding))])),
    },
  }
}

function envelope(enterpriseId, consentNonce) {
  const [sm4, nonce, binding] = [fixed('envelope key').subarray(0, 16), fixed('envelope nonce').subarray(0, 12), `ascs-agreement-1|${enterpriseId}|${consentNonce}`]
  const content = { v: 1, policyVersion: 1, choices: { channels: ['SMS'], termDays: 30, language: 'ZH' }, text: 'the words', submittedAt: seconds * 1000 }
  const header = Buffer.concat([hex('010071'), sm2Encrypt(intake, sm4)])
  const body = sm4gcm.encrypt(sm4, nonce, utf8(JSON.stringify(content)), Buffer.concat([header, utf8(binding)]))
  return { binding, content, envelope: base64url(Buffer.concat([header, nonce, body])) }
}

// Crockford base32, and Luhn mod 32 from the right as https://en.wikipedia.org/wiki/Luhn_mod_N_algorithm writes it.
function aids() {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const of = bytes => {
    let [value, text] = [BigInt(`0x${bytes.toString('hex')}`), '']
    for (let i = 0; i < 26; i++, value >>= 5n) text = alphabet[Number(value & 31n)] + text
    let [factor, sum] = [2, 0]
    for (let i = text.length - 1; i >= 0; i--, factor = 3 - factor) {
      const addend = factor * alphabet.indexOf(text[i])
      sum += Math.floor(addend / 32) + (addend % 32)
    }
    return text + alphabet[(32 - (sum % 32)) % 32]
  }
  const bytes = [Buffer.alloc(16), Buffer.alloc(16, 255), ...[1, 2, 3].map(i => fixed(`aid ${i}`).subarray(0, 16))]
  return { source: 'make.mjs', cases: bytes.map(one => ({ bytesHex: one.toString('hex'), aid: of(one) })) }
}

// WIRE.md 1 to 4: seven leaves, the two of an authorisation among them, a checkpoint over all, and what a receipt proves them with.
function receipt() {
  const log = key('sm2', 'log')
  const origin = 'ascs.example/vectors'
  const leaf = (kind, fields, at) => {
    const head = Buffer.alloc(28)
    head.writeUInt8(1)
    head.writeUInt16BE(kind, 1)
    head.writeBigUInt64BE(BigInt(seconds * 1000 + at), 3)
    fixed(`leaf ${at}`).copy(head, 11, 0, 16)
    head.writeUInt8(fields.length, 27)
    return Buffer.concat([head, ...fields.flatMap(field => [Buffer.from([field]), fixed(`commitment ${at} ${field}`)])])
  }
  const bound = [3, 4, 9, 26]
  const leaves = [0, 1, 2, 3].map(at => leaf(5, bound, at))
  leaves.push(leaf(1, [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12], 4), leaf(2, bound, 5), leaf(5, bound, 6))
  const hashes = leaves.map(one => digest('sha256', Buffer.concat([hex('00'), one])))
  const split = n => 2 ** Math.ceil(Math.log2(n) - 1) // RFC 9162 2.1.1: the largest power of two below n
  const root = list => list.length === 1 ? list[0] : digest('sha256', Buffer.concat([hex('01'), root(list.slice(0, split(list.length))), root(list.slice(split(list.length)))]))
  const path = (at, list) => {
    if (list.length === 1) return []
    const k = split(list.length)
    return at < k ? [...path(at, list.slice(0, k)), root(list.slice(k))] : [...path(at - k, list.slice(k)), root(list.slice(0, k))]
  }
  const text = `${origin}\n${leaves.length}\n${root(hashes).toString('base64')}\n`
  const id = digest('sha256', Buffer.concat([utf8(`${origin}\n`), hex('ff'), utf8('ascs-sm2'), log.point])).subarray(0, 4)
  return {
    source: 'openssl dgst -sha256, pkeyutl -sign (SM2)', origin, logKeyHex: log.point.toString('hex'),
    receipt: {
      checkpoint: `${text}\n\u2014 ${origin} ${Buffer.concat([id, sm2Sign(log, utf8(text))]).toString('base64')}\n`,
      leaves: [4, 5].map(index => ({ index, leaf: base64url(leaves[index]), proof: path(index, hashes).map(base64url) })),
    },
    kinds: ['AUTHORISATION_GRANTED', 'AID_BOUND'],
  }
}

// Tokens of fixed random bytes, the first of which give a text that lacks a class of characters: it is drawn again with the next.
const beijing = milliseconds => new Date(milliseconds + 8 * 3600_000).toISOString().slice(0, -1)
const [capitals, digits] = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789']
const letters = capitals + capitals.toLowerCase()
const kinds = {
  auth: { first: 148, domain: 'ascs-auth-token-v1', alphabet: digits + letters, length: 32, classes: [digits, letters] },
  access: { first: 215, domain: 'ascs-access-token-v1', alphabet: `${letters}${digits}-._~+/`, length: 48, classes: [capitals, capitals.toLowerCase(), digits, '-._~+/'] },
  refresh: { first: 22, domain: 'ascs-refresh-token-v1', alphabet: `${letters}${digits}-._~+/`, length: 48, classes: [capitals, capitals.toLowerCase(), digits, '-._~+/'] },
}
function draw({ domain, alphabet, length }, platId, time, random) {
  let text = ''
  for (let block = 0; text.length < length; block++) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(block)
    const hash = digest('sha256', lp(domain, `${platId}`, time, random, counter))
    text += [...hash].filter(one => one < 256 - (256 % alphabet.length)).map(one => alphabet[one % alphabet.length]).join('')
  }
  return text.slice(0, length)
}
function tokens() {
  const time = beijing(seconds * 1000 + 123)
  const cases = Object.entries(kinds).map(([kind, rules]) => {
    const randoms = []
    for (let i = rules.first; ; i++) {
      randoms.push(fixed(`${kind} ${i}`))
      const text = draw(rules, caller, time, randoms.at(-1))
      if (rules.classes.every(one => [...text].some(character => one.includes(character)))) return { kind, randomHex: randoms.map(one => one.toString('hex')), text }
    }
  })
  return { source: 'openssl dgst -sha256', platId: caller, time: seconds * 1000 + 123, beijing: time, cases }
}

function login() {
  const [callerCertificate, calledCertificate] = [certificate(callerKey, caller), certificate(calledKey, called)]
  const { cases } = tokens()
  const forCaller = cases[0].text // minted by the platform called, for its caller
  const forCalled = draw(kinds.auth, called, beijing(seconds * 1000), fixed('auth of the called'))
  const [mine, theirs] = [key('p256', 'ephemeral of the caller'), key('p256', 'ephemeral of the called')]
  const [callerNonce, calledNonce, sessionId] = [fixed('nonce of the caller'), fixed('nonce of the called'), base64url(fixed('session').subarray(0, 16))]
  const t1 = lp('ascs-login-v1', `${caller}`, `${called}`, digest('sha256', callerCertificate), digest('sha256', calledCertificate), 'gm,cheaa', mine.point, callerNonce)
  const proofA = hmac('sha256', utf8(forCaller), lp('ascs-login-caller', t1))
  const signatureA = ecdsaSign(callerKey, lp('ascs-login-caller-v1', t1, proofA))
  const t2 = lp('ascs-login-answer-v1', t1, proofA, signatureA, digest('sha256', calledCertificate), 'gm', theirs.point, calledNonce, sessionId)
  const proofB = hmac('sha256', utf8(forCalled), lp('ascs-login-verifier', t2))
  const shared = derive(mine, theirs)
  const salt = digest('sha256', t2)
  return {
    source: 'openssl req -x509, dgst -sha256 (-mac HMAC, -sign), pkeyutl -derive, kdf HKDF',
    caller: { platId: caller, certificate: base64url(callerCertificate), ephemeralKeyHex: mine.d.toString('hex'), authTokenForCalled: forCalled },
    called: { platId: called, certificate: base64url(calledCertificate), ephemeralKeyHex: theirs.d.toString('hex'), authTokenForCaller: forCaller },
    request: { suites: ['gm', 'cheaa'], ephemeral: base64url(mine.point), nonce: base64url(callerNonce), proof: base64url(proofA), signature: base64url(signatureA) },
    answer: {
      suite: 'gm', ephemeral: base64url(theirs.point), nonce: base64url(calledNonce), sessionId, proof: base64url(proofB),
      signature: base64url(ecdsaSign(calledKey, lp('ascs-login-verifier-v1', t2, proofB))),
    },
    t1Hex: t1.toString('hex'), t2Hex: t2.toString('hex'), sharedHex: shared.toString('hex'), saltHex: salt.toString('hex'),
    macKeyHex: hkdf('SHA2-256', shared, salt, 'ascs-session-mac-v1', 32).toString('hex'), fieldKeyHex: hkdf('SHA2-256', shared, salt, 'ascs-session-fields-v1', 32).toString('hex'),
  }
}

function fields() {
  const [dataKey, keyId, iv] = [fixed('data key'), `data-${base64url(fixed('data key id').subarray(0, 16))}`, fixed('iv').subarray(0, 16)]
  const of = (suite, algorithm, text, keyOf) => {
    const [name, mac, length, openssl] = suite === 'gm' ? ['SM3', 'sm3', 16, 'sm4-cfb'] : ['SHA2-256', 'sha256', 32, algorithm.replace('cheaa', 'aes-256')]
    const derived = hkdf(name, keyOf, Buffer.alloc(0), `ascs-fields-v1 ${suite}`, length + 32)
    const [encryption, macKey] = [derived.subarray(0, length), derived.subarray(length)]
    const ciphertext = text ? cipher(openssl, encryption, iv, utf8(text)) : Buffer.alloc(0)
    const tag = hmac(mac, macKey, lp(algorithm, keyId, iv, ciphertext))
    return { suite, algorithm, text, encryptionKeyHex: encryption.toString('hex'), macKeyHex: macKey.toString('hex'), sealed: `${algorithm}.${keyId}.${base64url(Buffer.concat([iv, ciphertext, tag]))}` }
  }
  const texts = ['', '取件码 428163', '一段比一个分组长得多的文字，包括 ASCII and 32 bytes more.']
  return {
    source: 'openssl kdf HKDF, enc -aes-256-cfb -aes-256-ofb -sm4-cfb, dgst -mac HMAC', keyHex: dataKey.toString('hex'), keyId, ivHex: iv.toString('hex'),
    cases: [['cheaa', 'cheaa-cfb'], ['cheaa', 'cheaa-ofb'], ['gm', 'gm-cfb']].flatMap(([suite, algorithm]) => texts.map(text => of(suite, algorithm, text, dataKey))),
  }
}

function dataKeys() {
  const exchange = key('sm2', 'exchange')
  const [sessionId, time, random] = [base64url(fixed('session').subarray(0, 16)), seconds * 1000 + 123, fixed('data key random')]
  const input = lp('ascs-data-key-v1', `${caller}`, beijing(time), random)
  const until = time + 3600_000
  const end = Buffer.alloc(8)
  end.writeBigUInt64BE(BigInt(until))
  return {
    source: 'openssl dgst -sm3 -sha256, pkeyutl -encrypt (SM2)', platId: caller, time, randomHex: random.toString('hex'), exchangeKeyHex: exchange.d.toString('hex'), sessionId,
    cases: [['cheaa', 'sha256'], ['gm', 'sm3']].map(([suite, name]) => {
      const [made, keyId] = [digest(name, input), `data-${base64url(fixed(`data key id ${suite}`).subarray(0, 16))}`]
      const wrapped = sm2Encrypt(exchange, lp('ascs-data-key-v1', sessionId, keyId, end, made))
      return { suite, keyHex: made.toString('hex'), dataKey: { keyId, exchangeKeyId: 'exchange-v1', wrapped: base64url(wrapped), until, seconds: 3600 } }
    }),
  }
}

// Certificates count from the moment they are made: the vector says at which time it is to be judged.
function succession() {
  const [authority, next] = [key('p256', 'authority'), key('p256', 'next certificate of the caller')]
  const config = file('ca.cnf', `[req]\ndistinguished_name=dn\n[dn]\n[authority]\nbasicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n[platform]\nbasicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=URI:urn:ascs:plat:${caller},DNS:localhost\n`)
  const root = file('root.pem', openssl(['req', '-x509', '-new', '-key', authority.privateFile, '-subj', '/CN=vectors', '-days', '1825', '-sha256', '-config', config, '-extensions', 'authority']))
  const issue = (owner, days) => {
    const request = file('request.pem', openssl(['req', '-new', '-key', owner.privateFile, '-subj', `/CN=${caller}`, '-config', config]))
    return openssl(['x509', '-req', '-in', request, '-CA', root, '-CAkey', authority.privateFile, '-set_serial', `${days}`, '-days', `${days}`, '-sha256', '-extfile', config, '-extensions', 'platform', '-outform', 'DER'])
  }
  const [predecessor, successor] = [issue(callerKey, 90), issue(next, 180)]
  const input = lp('ascs-certificate-v1', `${caller}`, predecessor, successor)
  return {
    source: 'openssl req, x509 -req, dgst -sha256 -sign', platId: caller, time: Date.now() + 86_400_000, authority: base64url(openssl(['x509', '-in', root, '-outform', 'DER'])),
    request: {
      v: 1, predecessor: base64url(predecessor), successor: base64url(successor),
      predecessorSignature: base64url(ecdsaSign(callerKey, input)), successorSignature: base64url(ecdsaSign(next, input)),
    },
    thumbprint: digest('sha256', successor).toString('hex').toUpperCase(),
  }
}

const all = { pairing, consent, sealing, aids, receipt, tokens, login, fields, 'data-keys': dataKeys, succession }
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(all))
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(await all[name](), null, 2)}\n`)
rmSync(work, { recursive: true })
