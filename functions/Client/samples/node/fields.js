// Sensitive members: encrypted under a data key of the session, or under the session's own field key, then authenticated.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { base64url, fromBase64url, hkdf, hmac, lengthPrefixed, same, utf8 } from './bytes.js'

// CFB with feedback of whole blocks: ciphertext is as long as the text.
const algorithms = {
  'cheaa-cfb': { suite: 'cheaa', cipher: 'aes-256-cfb' },
  'cheaa-ofb': { suite: 'cheaa', cipher: 'aes-256-ofb' }, // accepted, never sent
  'gm-cfb': { suite: 'gm', cipher: 'sm4-cfb' },
}
const suites = { cheaa: { hash: 'sha256', keyLength: 32 }, gm: { hash: 'sm3', keyLength: 16 } }

export class FieldCipher {
  /** @param suite cheaa or gm, as chosen at login. @param keyId data-… or session-… @param key 32 bytes. */
  constructor(suite, keyId, key) {
    const { hash, keyLength } = suites[suite]
    const derived = hkdf(hash, key, Buffer.alloc(0), `ascs-fields-v1 ${suite}`, keyLength + 32)
    Object.assign(this, { suite, hash, keyId, encryptionKey: derived.subarray(0, keyLength), macKey: derived.subarray(keyLength) })
  }

  /** `algorithm.keyId.base64url(iv || ciphertext || mac)`. A fresh iv each time: two equal texts differ on the wire. */
  seal(text, algorithm = `${this.suite}-cfb`, iv = randomBytes(16)) {
    const cipher = createCipheriv(algorithms[algorithm].cipher, this.encryptionKey, iv)
    const ciphertext = Buffer.concat([cipher.update(utf8(text)), cipher.final()])
    return `${algorithm}.${this.keyId}.${base64url(Buffer.concat([iv, ciphertext, this.#mac(algorithm, iv, ciphertext)]))}`
  }

  /** The text; null when it is of another key or algorithm, or anything was changed. */
  open(sealed) {
    const [algorithm, keyId, encoded] = sealed.split('.')
    const content = fromBase64url(encoded ?? '')
    if (keyId !== this.keyId || algorithms[algorithm]?.suite !== this.suite || !content || content.length < 48) return null
    const [iv, ciphertext, mac] = [content.subarray(0, 16), content.subarray(16, -32), content.subarray(-32)]
    if (!same(mac, this.#mac(algorithm, iv, ciphertext))) return null
    const decipher = createDecipheriv(algorithms[algorithm].cipher, this.encryptionKey, iv)
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString()
  }

  #mac(algorithm, iv, ciphertext) {
    return hmac(this.hash, this.macKey, lengthPrefixed(algorithm, this.keyId, iv, ciphertext))
  }
}
