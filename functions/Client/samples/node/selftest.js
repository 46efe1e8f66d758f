// `node selftest.js`: computes every value of the project's test vectors anew, with no line of the project's own code. Exit code 0 when all agree.
import assert from 'node:assert/strict'
import { createECDH, createPrivateKey, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { authorInput } from './author.js'
import { base64, base64url, fromBase64url, hex, lengthPrefixed, sm3, utf8 } from './bytes.js'
import { consentText, textHash } from './consent.js'
import { unwrap } from './datakey.js'
import * as envelope from './envelope.js'
import { checkReceipt } from './evidence.js'
import { FieldCipher } from './fields.js'
import { answerTranscript, holds, prove, requestTranscript, sessionKeys, toPoint } from './login.js'
import { contentBinding, isAid, openVariables, sealVariables } from './message.js'
import { pairSecret } from './pairing.js'
import { contentDigest, faultOf, requestBase, signAnswer, signRequest, valueOf } from './signature.js'
import * as sm2 from './sm2.js'
import * as sm4gcm from './sm4gcm.js'
import * as statements from './statements.js'
import { beijing, mint } from './tokens.js'
import { isGenuine } from './webhook.js'

const vectors = file => JSON.parse(readFileSync(new URL(`../../../../tests/Trust/vectors/${file}.json`, import.meta.url)))

const tests = {
  'SM4-GCM as in RFC 8998 A.1': () => {
    const [key, nonce, data] = [hex('0123456789abcdeffedcba9876543210'), hex('00001234567800000000abcd'), hex('feedfacedeadbeeffeedfacedeadbeefabaddad2')]
    const plain = hex('aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa')
    const sealed = sm4gcm.encrypt(key, nonce, plain, data)
    assert.equal(sealed.subarray(-16).toString('hex'), '83de3541e4c2b58177e065a9bf7b62ec')
    assert.deepEqual(sm4gcm.decrypt(key, nonce, sealed, data), plain)
    assert.equal(sm4gcm.decrypt(key, nonce, sealed, hex('00')), null)
  },

  'SM2 signs and encrypts for itself': () => {
    const [privateKey, text] = [sm2.generate(), Buffer.from('text')]
    const publicKey = sm2.publicKey(privateKey)
    assert(sm2.verify(publicKey, text, sm2.sign(privateKey, text)))
    assert.deepEqual(sm2.decrypt(privateKey, sm2.encrypt(publicKey, text)), text)
  },

  'message signatures': () => {
    for (const exchange of vectors('messages').exchanges) {
      const key = { keyId: exchange.keyId, secret: hex(exchange.secretHex) }
      const request = { method: exchange.method, targetUri: exchange.targetUri, fields: Object.fromEntries(exchange.fields) }
      assert.equal(request.fields['content-digest'], contentDigest(Buffer.from(exchange.body)))
      assert.equal(requestBase(request, exchange.signatureInput.slice('ascs='.length)), exchange.base.join('\n'))
      assert.deepEqual(signRequest(request, key, exchange.created, exchange.nonce), { 'signature-input': exchange.signatureInput, signature: exchange.signature })
      checkAnswer(exchange, key)
    }
  },

  'author signatures': () => {
    const { keyId, publicKeyHex, cases } = vectors('author')
    for (const { operation, body, signedBytesHex, header } of cases) {
      assert.equal(authorInput(operation, Buffer.from(body)).toString('hex'), signedBytesHex)
      const [, id, signature] = /^keyid="([\w-]+)", signature=:(.+):$/.exec(header)
      assert.equal(id, keyId)
      assert(sm2.verify(hex(publicKeyHex), hex(signedBytesHex), Buffer.from(signature, 'base64')))
    }
  },

  'key statements': () => {
    const { platId, thumbprint, statements: cases } = vectors('key-statements')
    for (const { keyId, signed } of cases) {
      assert.equal(statements.read(signed, platId, thumbprint).keyId, keyId)
      assert.equal(statements.read(signed, platId + 1, thumbprint), null)
      assert.equal(statements.read({ ...signed, signature: base64(Buffer.alloc(64)) }, platId, thumbprint), null)
    }
  },

  'pair secret': () => {
    const { caller, called, secretHex } = vectors('pairing')
    for (const [own, other] of [[caller, called], [called, caller]]) {
      const peer = { platId: other.platId, certificate: { publicKey: createPublicKey(p256(other.privateKeyHex)) } }
      assert.equal(pairSecret({ platId: own.platId, certificateKey: p256(own.privateKeyHex) }, peer).secret.toString('hex'), secretHex)
    }
  },

  tokens: () => {
    const { platId, time, beijing: text, cases } = vectors('tokens')
    assert.equal(beijing(time), text)
    for (const { kind, randomHex, text: token } of cases) {
      assert.equal(mint(kind, platId, time, () => hex(randomHex.shift())), token)
      assert.equal(randomHex.length, 0)
    }
  },

  login: () => {
    const { caller, called, request, answer, t1Hex, t2Hex, macKeyHex, fieldKeyHex } = vectors('login')
    const [callerCertificate, calledCertificate] = [caller, called].map(one => fromBase64url(one.certificate))
    const asked = bytesOf(request, 'ephemeral', 'nonce', 'proof', 'signature')
    const answered = { ...bytesOf(answer, 'ephemeral', 'nonce', 'proof', 'signature'), calledCertificate }
    const t1 = requestTranscript({ caller: caller.platId, called: called.platId, callerCertificate, calledCertificate, ...asked })
    const t2 = answerTranscript(t1, asked, answered)
    assert.deepEqual([t1.toString('hex'), t2.toString('hex')], [t1Hex, t2Hex])
    assert(holds('caller', called.authTokenForCaller, new X509Certificate(callerCertificate), t1, asked))
    assert(holds('called', caller.authTokenForCalled, new X509Certificate(calledCertificate), t2, answered))
    assert(!holds('caller', caller.authTokenForCalled, new X509Certificate(callerCertificate), t1, asked))
    assert(!holds('caller', called.authTokenForCaller, new X509Certificate(calledCertificate), t1, asked))
    for (const [own, other] of [[caller, answered], [called, asked]]) {
      const keys = sessionKeys(p256(own.ephemeralKeyHex), other.ephemeral, t2)
      assert.deepEqual([keys.mac.toString('hex'), keys.fields.toString('hex')], [macKeyHex, fieldKeyHex])
    }
    const key = p256(vectors('pairing').caller.privateKeyHex)
    assert(holds('caller', 'token', new X509Certificate(callerCertificate), t1, prove('caller', 'token', key, t1)))
    assert.deepEqual(toPoint(p256(caller.ephemeralKeyHex)), asked.ephemeral)
  },

  'a certificate that follows another': () => {
    const { platId, request } = vectors('succession')
    const [predecessor, successor] = [request.predecessor, request.successor].map(fromBase64url)
    const input = lengthPrefixed('ascs-certificate-v1', `${platId}`, predecessor, successor)
    for (const [certificate, signature] of [[predecessor, request.predecessorSignature], [successor, request.successorSignature]])
      assert(verify('sha256', input, { key: new X509Certificate(certificate).publicKey, dsaEncoding: 'ieee-p1363' }, fromBase64url(signature)))
  },

  'sensitive members': () => {
    const { keyHex, keyId, ivHex, cases } = vectors('fields')
    for (const { suite, algorithm, text, encryptionKeyHex, macKeyHex, sealed } of cases) {
      const cipher = new FieldCipher(suite, keyId, hex(keyHex))
      assert.deepEqual([cipher.encryptionKey.toString('hex'), cipher.macKey.toString('hex')], [encryptionKeyHex, macKeyHex])
      assert.equal(cipher.seal(text, algorithm, hex(ivHex)), sealed)
      assert.equal(cipher.open(sealed), text)
      assert.equal(cipher.open(sealed.replace(/.$/, last => (last === 'A' ? 'Q' : 'A'))), null)
      assert.equal(new FieldCipher(suite, 'data-AAAAAAAAAAAAAAAAAAAAAA', hex(keyHex)).open(sealed), null)
    }
  },

  'data keys': () => {
    const { exchangeKeyHex, sessionId, cases } = vectors('data-keys')
    for (const { keyHex, dataKey } of cases) {
      assert.equal(unwrap(dataKey, sessionId, hex(exchangeKeyHex)).toString('hex'), keyHex)
      assert.equal(unwrap({ ...dataKey, until: dataKey.until + 1 }, sessionId, hex(exchangeKeyHex)), null)
    }
  },

  'consent text': () => {
    const { policy, cases } = vectors('consent')
    for (const { choices, lines, textHash: hash } of cases) {
      assert.equal(consentText(policy, choices), `${lines.join('\n')}\n`)
      assert.equal(textHash(consentText(policy, choices)), hash)
    }
  },

  'sealed ids and agreements': () => {
    const { sealKeyHex, authorPublicKeyHex, intakeKeyHex, sealedId, agreement } = vectors('sealing')
    const seal = fromBase64url(sealedId.seal)
    assert.equal(base64url(sm3(seal)), sealedId.name)
    const document = JSON.parse(sm2.decrypt(hex(sealKeyHex), seal))
    const content = fromBase64url(document.content)
    assert(sm2.verify(hex(authorPublicKeyHex), authorInput('seals/seal', content), fromBase64url(document.signature)))
    assert.deepEqual(JSON.parse(content), sealedId.content)
    assert.deepEqual(JSON.parse(envelope.open(hex(intakeKeyHex), fromBase64url(agreement.envelope), utf8(agreement.binding))), agreement.content)
    assert.equal(envelope.open(hex(intakeKeyHex), fromBase64url(agreement.envelope), utf8('another')), null)
  },

  'content keys and variables': () => {
    const { sealKeyHex, enterpriseId, contentKey, variables } = vectors('sealing')
    const wrapped = sm2.decrypt(hex(sealKeyHex), fromBase64url(contentKey.wrap))
    assert.equal(wrapped.toString('hex'), contentKey.wrappedTextHex)
    assert.equal(wrapped.subarray(0, 16).toString('hex'), contentKey.keyHex)
    assert.equal(wrapped.subarray(16).toString(), `ascs-content-key-1|${enterpriseId}|${contentKey.keyId}`)
    const binding = contentBinding(enterpriseId, variables.templateId, variables.templateVersion, contentKey.keyId)
    assert.equal(binding.toString(), variables.binding)
    assert.equal(sealVariables(hex(contentKey.keyHex), binding, variables.values, hex(variables.nonceHex), variables.salt), variables.sealed)
    assert.deepEqual(openVariables(hex(contentKey.keyHex), binding, variables.sealed), { salt: variables.salt, values: variables.values })
  },

  AIDs: () => {
    for (const { aid } of vectors('aids').cases) {
      assert(isAid(aid))
      for (let i = 0; i < aid.length; i++) assert(!isAid(aid.slice(0, i) + (aid[i] === '7' ? '3' : '7') + aid.slice(i + 1)))
    }
  },

  receipts: () => {
    const { origin, logKeyHex, receipt, kinds } = vectors('receipt')
    const proved = checkReceipt(receipt, [hex(logKeyHex)])
    assert.equal(proved.origin, origin)
    assert.deepEqual(proved.leaves.map(leaf => leaf.kind), kinds)
    const moved = { ...receipt, leaves: receipt.leaves.map(leaf => ({ ...leaf, index: leaf.index - 1 })) }
    assert.throws(() => checkReceipt(moved, [hex(logKeyHex)]))
    assert.throws(() => checkReceipt({ ...receipt, checkpoint: receipt.checkpoint.replace('\n7\n', '\n8\n') }, [hex(logKeyHex)]))
  },

  webhooks: () => {
    const { secret, id, timestamp, body, signature } = vectors('standard-webhooks')
    const headers = { 'webhook-id': id, 'webhook-timestamp': `${timestamp}`, 'webhook-signature': signature }
    assert(isGenuine(headers, utf8(body), [secret], timestamp * 1000))
    assert(!isGenuine(headers, utf8(`${body} `), [secret], timestamp * 1000))
    assert(!isGenuine(headers, utf8(body), [secret], timestamp * 1000 + 301_000))
  },
}

// A private key from its number; the point is computed by OpenSSL.
function p256(privateKeyHex) {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(hex(privateKeyHex))
  const point = curve.getPublicKey()
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d: base64url(hex(privateKeyHex)), x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) }, format: 'jwk' })
}

function bytesOf(message, ...names) {
  return { ...message, ...Object.fromEntries(names.map(name => [name, fromBase64url(message[name])])) }
}

function checkAnswer({ answer, signature }, key) {
  const [fields, body] = [Object.fromEntries(answer.fields), Buffer.from(answer.body)]
  const signed = { 'signature-input': answer.signatureInput, signature: answer.signature }
  assert.deepEqual(signAnswer({ status: answer.status, fields }, valueOf(signature), key, answer.created, answer.nonce), signed)
  const received = { status: answer.status, fields: { ...fields, ...signed } }
  assert.equal(faultOf(received, body, valueOf(signature), key), null)
  assert.notEqual(faultOf({ ...received, status: 299 }, body, valueOf(signature), key), null)
  assert.notEqual(faultOf(received, Buffer.concat([body, Buffer.from(' ')]), valueOf(signature), key), null)
}

for (const [name, test] of Object.entries(tests)) {
  test()
  console.log(`holds: ${name}`)
}
