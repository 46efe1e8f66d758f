// SM2 (GM/T 0003) over BigInt: signatures (part 2) and encryption (part 4), the letters of the standard beside the lines.
// Plain arithmetic whose time depends on the key: good for a sample, not for a server that strangers can measure.
import { randomBytes } from 'node:crypto'
import { sm3, utf8 } from './bytes.js'

// GM/T 0003.5: the recommended curve y^2 = x^3 + ax + b over the field of p elements, with the point G of order n.
const p = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF')
const a = p - 3n
const b = BigInt('0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93')
const n = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')
const G = {
  x: BigInt('0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7'),
  y: BigInt('0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0'),
}
const signerId = utf8('1234567812345678') // GM/T 0009 clause 10

export const generate = () => toBytes(randomScalar())

/** The public key of a private one: 04 || x || y, 65 bytes. */
export const publicKey = privateKey => encode(multiply(toNumber(privateKey), G))

/** r || s, 64 bytes. */
export function sign(privateKey, data) {
  const d = toNumber(privateKey)
  const e = toNumber(sm3(Z(publicKey(privateKey)), data)) // A1, A2
  for (;;) {
    const k = randomScalar() // A3
    const r = mod(e + multiply(k, G).x, n) // A4, A5
    if (r === 0n || r + k === n) continue
    const s = mod(inverse(1n + d, n) * (k - r * d), n) // A6
    if (s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)]) // A7
  }
}

export function verify(publicKey, data, signature) {
  const P = decode(publicKey)
  if (!P || signature.length !== 64) return false
  const [r, s] = [toNumber(signature.subarray(0, 32)), toNumber(signature.subarray(32))]
  if (r === 0n || r >= n || s === 0n || s >= n) return false // B1, B2
  const t = mod(r + s, n) // B5
  if (t === 0n) return false
  const point = add(multiply(s, G), multiply(t, P)) // B6
  return point !== null && mod(toNumber(sm3(Z(publicKey), data)) + point.x, n) === r // B3, B4, B7
}

/** C1 || C3 || C2: 97 bytes longer than the message. */
export function encrypt(publicKey, message) {
  const k = randomScalar() // A1
  const shared = multiply(k, decode(publicKey)) // A4
  const c2 = xor(message, kdf(shared, message.length)) // A5, A6
  return Buffer.concat([encode(multiply(k, G)), sm3(toBytes(shared.x), message, toBytes(shared.y)), c2]) // A2, A7, A8
}

/** The message, or null for anything that is not a ciphertext for this key. */
export function decrypt(privateKey, ciphertext) {
  const C1 = ciphertext.length > 97 ? decode(ciphertext.subarray(0, 65)) : null // B1
  if (!C1) return null
  const shared = multiply(toNumber(privateKey), C1) // B3
  const c2 = ciphertext.subarray(97)
  const message = xor(c2, kdf(shared, c2.length)) // B4, B5
  return sm3(toBytes(shared.x), message, toBytes(shared.y)).equals(ciphertext.subarray(65, 97)) ? message : null // B6, B7
}

// Whose signature, on which curve (GM/T 0003.2 5.5); the length of the id is counted in bits.
function Z(publicKey) {
  const bits = Buffer.alloc(2)
  bits.writeUInt16BE(signerId.length * 8)
  return sm3(bits, signerId, toBytes(a), toBytes(b), toBytes(G.x), toBytes(G.y), publicKey.subarray(1))
}

// GM/T 0003.4 5.4.3: SM3 over x || y || counter, as often as needed.
function kdf(point, length) {
  const blocks = []
  for (let counter = 1; blocks.length * 32 < length; counter++) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    blocks.push(sm3(toBytes(point.x), toBytes(point.y), count))
  }
  return Buffer.concat(blocks).subarray(0, length)
}

// null is the point at infinity.
function add(P, Q) {
  if (P === null) return Q
  if (Q === null) return P
  if (P.x === Q.x && P.y !== Q.y) return null
  const slope = P.x === Q.x ? (3n * P.x * P.x + a) * inverse(2n * P.y, p) : (Q.y - P.y) * inverse(Q.x - P.x, p)
  const x = mod(slope * slope - P.x - Q.x, p)
  return { x, y: mod(slope * (P.x - x) - P.y, p) }
}

function multiply(scalar, P) {
  let sum = null
  for (let bit = scalar, doubled = P; bit > 0n; bit >>= 1n, doubled = add(doubled, doubled))
    if (bit & 1n) sum = add(sum, doubled)
  return sum
}

function inverse(value, modulus) {
  let [r, next, t, after] = [modulus, mod(value, modulus), 0n, 1n]
  while (next !== 0n) {
    const quotient = r / next
    ;[r, next, t, after] = [next, r - quotient * next, after, t - quotient * after]
  }
  return mod(t, modulus)
}

function randomScalar() {
  for (;;) {
    const scalar = toNumber(randomBytes(32))
    if (scalar > 0n && scalar < n - 1n) return scalar
  }
}

function decode(bytes) {
  if (bytes.length !== 65 || bytes[0] !== 4) return null
  const [x, y] = [toNumber(bytes.subarray(1, 33)), toNumber(bytes.subarray(33))]
  return x < p && y < p && mod(y * y - x * x * x - a * x - b, p) === 0n ? { x, y } : null
}

const mod = (value, modulus) => ((value % modulus) + modulus) % modulus
const toNumber = bytes => BigInt('0x' + Buffer.from(bytes).toString('hex'))
const toBytes = number => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
const encode = point => Buffer.concat([Buffer.from([4]), toBytes(point.x), toBytes(point.y)])
const xor = (one, other) => Buffer.from(one.map((byte, i) => byte ^ other[i]))
