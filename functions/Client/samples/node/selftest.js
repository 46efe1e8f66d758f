// `node selftest.js`: computes every value of the project's test vectors anew, with no line of the project's own code. Exit code 0 when all agree.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { authorInput } from './author.js'
import { base64, hex } from './bytes.js'
import { contentDigest, faultOf, requestBase, signAnswer, signRequest, valueOf } from './signature.js'
import * as sm2 from './sm2.js'
import * as sm4gcm from './sm4gcm.js'
import * as statements from './statements.js'

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
